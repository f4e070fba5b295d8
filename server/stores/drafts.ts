import { _ } from '../kit/cloud';
import { keep, table, type Row } from '../kit/table';
import type { DraftWriting } from '@contract/notice-draft';
import type { Parsed } from '@contract/index';
import type { DraftState } from '@contract/rules/draft';

/** A notice being written; `_id` is the id of the notice that may come of it. Its writer alone sees `writing`. */
export interface Draft extends Row {
  openid: string;
  writer: string;
  title: string;
  /** The form as it stands on the writer's page; null once dropped. */
  writing: DraftWriting | null;
  /** What was submitted or scheduled, and what was found of it then; null while it is being written. */
  sent: Sent | null;
  /** Somebody else looked at `sent` and agreed. */
  approved: boolean;
  /** Counts up at every change. */
  version: number;
  state: DraftState;
  /** Neither published nor dropped. */
  open: boolean;
  publishAt: Date | null;
  /** Why it came back, and from whom. */
  note: string;
  noteBy: string;
  history: { at: Date; event: string; by: string; note: string }[];
  savedAt: Date;
  /** Time of the last change and id: distinct, so it can say where a page ended. */
  order: string;
  requests: string[];
}

export interface Sent {
  publication: Parsed<'notice.publish'>;
  hostName: string;
  /** File ids by key. */
  files: Record<string, string>;
  check: 'pass' | 'review';
  /** Absent: there may be pictures WeChat had not judged then, these. */
  clear?: boolean;
  doubtful?: string[];
}

const rows = table<Draft>('drafts');
const IN_LIST: (keyof Draft)[] = [
  '_id',
  'openid',
  'writer',
  'title',
  'state',
  'savedAt',
  'publishAt',
  'note',
  'order',
];

/** Time and id, see `order`. */
export const draftOrder = (now: Date, id: string): string => `${now.toISOString()}_${id}`;

export const drafts = {
  get: (id: string) => rows.get(id),
  add: (draft: Draft) => rows.add(draft),
  /** 1 when it was still of that version and state. */
  change: (
    { _id, version, state }: Pick<Draft, '_id' | 'version' | 'state'>,
    change: Partial<Draft>,
    entry: Draft['history'][number] | null,
    requestId: string,
  ) =>
    rows.update(
      { _id, version, state },
      {
        ...change,
        version: version + 1,
        ...(entry && { history: _.push({ each: [entry], slice: -20 }) }),
        requests: keep(requestId),
      },
    ),
  ofWriter: (openid: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { openid, open: true, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
      fields: IN_LIST,
    }),
  submitted: (before: string | undefined, limit: number) =>
    rows.find({
      where: { state: 'submitted', ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
      fields: IN_LIST,
    }),
  /** The next to go out first; pages end at a moment. */
  scheduled: (after: Date | undefined, limit: number) =>
    rows.find({
      where: { state: 'scheduled', ...(after && { publishAt: _.gt(after) }) },
      orderBy: [['publishAt', 'asc']],
      limit,
      fields: IN_LIST,
    }),
  due: (now: Date, limit: number) =>
    rows.find({
      where: { state: 'scheduled', publishAt: _.lte(now) },
      orderBy: [['publishAt', 'asc']],
      limit,
    }),
  countOfWriter: (openid: string) => rows.count({ openid, open: true }),
  countState: (state: DraftState) => rows.count({ state }),
  /** Sent by somebody else to be looked over. */
  countSubmittedBut: (openid: string) => rows.count({ state: 'submitted', openid: _.neq(openid) }),
  /** Came back to their writer: returned, or approved and still to go out. */
  countBack: (openid: string) => rows.count({ openid, state: _.in(['returned', 'approved']) }),
  /** Its notice is written; `openid`: only when it is this person's. 0 also when there was no draft. */
  published: (id: string, openid?: string) =>
    rows.update(
      { _id: id, open: true, ...(openid && { openid }) },
      { state: 'published', open: false, version: _.inc(1) },
    ),
};
