import * as v from 'valibot';
import { mutation, query } from './action';
import { asking, type Asking } from './asking';
import type { Audience } from './audience';
import { body, filesOf, type Body } from './body';
import { count, cursor, flag, id, instant, next, optionalText, text } from './fields';
import type { Style } from './notice';
import { draftStates } from './rules/draft';

/** Notices being written: kept on the server, looked at by a second pair of eyes, sent at a set time; and templates. */

/** What the writer's form holds, unfinished as it is; a later version may add to it. */
export interface DraftWriting {
  title: string;
  hostId: string;
  body: Body;
  audience: Audience;
  asking: Asking;
  style: Style;
  /** Due day `YYYY-MM-DD` or empty, and time `17:00`. */
  day: string;
  time: string;
  urgent?: boolean;
}

/** Characters of one draft as JSON. */
const MAX_DRAFT = 200_000;
const MAX_DEPTH = 8;

/** Only the owner gets it back, so its shape is not looked at beyond this: plain values under plain names. */
const writing = v.pipe(
  v.custom<DraftWriting>(
    (value) =>
      isPlain(value, MAX_DEPTH) &&
      !Array.isArray(value) &&
      typeof (value as Partial<DraftWriting> | null)?.title === 'string',
    '草稿内容无法识别',
  ),
  v.check(({ title }) => title.length <= 200, '标题最多100字'),
  v.check((value) => JSON.stringify(value).length <= MAX_DRAFT, '草稿太长，请删减或改用附件'),
);

/** No name that a database would take for a command. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((one) => isPlain(one, depth - 1));
  return Object.entries(value).every(([key, one]) => NAME.test(key) && isPlain(one, depth - 1));
}

const draftId = id('草稿');
/** Counts up at every change: who changes an older one is told of the newer. */
const version = v.pipe(v.number('缺少草稿版本'), v.integer('缺少草稿版本'), v.minValue(0, '缺少草稿版本'));
const state = v.picklist(draftStates, '没有这个状态');
const moved = v.object({ draftId: v.string(), version: count, state });

/** A list of the page 草稿与送审: the caller's own, those of others that wait for a look, those with a set time. */
export const draftShelves = { mine: '我写的', review: '待我审', scheduled: '已定时' } as const;
export type DraftShelf = keyof typeof draftShelves;

/** What a list shows of a draft. */
const item = {
  draftId: v.string(),
  title: v.string(),
  state,
  mine: v.boolean(),
  turn: v.string(),
  /** It is the caller's turn. */
  waits: v.boolean(),
  writer: v.string(),
  savedAt: v.string(),
  publishAt: v.nullable(v.string()),
  /** Why it came back, or what was said with the approval; empty: nothing. */
  note: v.string(),
};

const templateBody = v.pipe(
  body,
  v.check((blocks) => filesOf(blocks).length === 0, '模板里不能有图片和附件，请删掉后再存'),
);

/** What a template fills in; audience and due day are each notice's own. */
export interface TemplateContent {
  title: string;
  body: Body;
  asking: Asking;
  style: Style;
}

const templateId = id('模板');

interface Parts<P extends v.GenericSchema, W extends v.GenericSchema, S extends v.GenericSchema> {
  /** What `notice.publish` takes. */
  publication: P;
  /** A notice as its readers see it. */
  whole: W;
  style: S;
}

/** From parts of the notice's own contract, which this is a part of. */
export function draftContract<
  P extends v.GenericSchema,
  W extends v.GenericSchema,
  S extends v.GenericSchema,
>({ publication, whole, style }: Parts<P, W, S>) {
  const templateContent = v.object({ title: text('标题', 100), body: templateBody, asking, style });
  return {
    /**
     * Keeps what is written, by whoever began it. `version`: the one it was changed from, 0 at first; an older one is a
     * conflict and nothing is changed. The id is that of the notice that may come of it.
     */
    'notice.saveDraft': mutation(v.object({ draftId, version, writing }), moved),

    /** The writer's own; others see it once it was submitted or scheduled. */
    'notice.getDraft': query(
      v.object({ draftId }),
      v.object({
        ...item,
        version: count,
        /** Waits for the caller's look. */
        mayReview: v.boolean(),
        mayRecall: v.boolean(),
        /** The office wants a second pair of eyes before anything goes out. */
        review: v.boolean(),
        noteBy: v.string(),
        /** The writer's own form. */
        writing: v.nullable(v.custom<DraftWriting>(() => true)),
        /** What was submitted or scheduled, as sent and as it will look. */
        publication: v.nullable(publication),
        preview: v.nullable(whole),
      }),
    ),

    /** A shelf, the last changed first; the scheduled by their time. With how many are on each. */
    'notice.listDrafts': query(
      v.object({
        shelf: v.picklist(Object.keys(draftShelves) as DraftShelf[], '没有这个分类'),
        cursor,
      }),
      v.object({
        drafts: v.array(v.object(item)),
        /** `back`: of the caller's own those that came back, returned or approved. */
        counts: v.object({ mine: count, back: count, review: count, scheduled: count }),
        /** The office wants a second pair of eyes before anything goes out. */
        review: v.boolean(),
        next,
      }),
    ),

    'notice.dropDraft': mutation(v.object({ draftId }), v.object({ draftId: v.string() })),

    /** 送审: these words, to be looked at by somebody else. */
    'notice.submitDraft': mutation(v.object({ draftId, version, publication }), moved),

    /** Approves, or returns with a note, the very version that was seen. */
    'notice.reviewDraft': mutation(
      v.pipe(
        v.object({ draftId, version, approve: flag('是否同意'), note: optionalText('审定意见', 200) }),
        v.forward(
          v.partialCheck(
            [['approve'], ['note']],
            ({ approve, note }) => approve || note !== '',
            '请写明退回的原因',
          ),
          ['note'],
        ),
      ),
      moved,
    ),

    /** Taken back: to go on writing, or from its time to its approval. */
    'notice.recallDraft': mutation(v.object({ draftId, version }), moved),

    /** To go out by itself at that time, examined now. */
    'notice.scheduleDraft': mutation(
      v.object({ draftId, version, publishAt: instant('定时发布的时间'), publication }),
      moved,
    ),

    /** Without an id a new one; without content a new name. */
    'notice.saveTemplate': mutation(
      v.object({
        templateId: v.optional(templateId),
        name: text('模板名称', 30),
        content: v.optional(templateContent),
      }),
      v.object({ templateId: v.string() }),
    ),

    /** The office's own, the last changed first; what is shipped stands in contract/built-in-templates.ts. */
    'notice.listTemplates': query(
      v.object({}),
      v.object({
        templates: v.array(
          v.object({
            templateId: v.string(),
            name: v.string(),
            by: v.string(),
            content: templateContent,
          }),
        ),
      }),
    ),

    'notice.dropTemplate': mutation(v.object({ templateId }), v.object({ templateId: v.string() })),
  };
}
