import * as v from 'valibot';
import { mutation, query } from './action';
import { cursor, flag, id, next, optionalText } from './fields';
import type { FormKey } from './form';

/**
 * Working days within which a request is decided: App违法违规收集使用个人信息行为认定方法 art. 6 allows at most 15 for an
 * app to answer; 个人信息保护法 art. 50 wants requests accepted and handled conveniently, a refusal with its reason.
 */
export const ERASURE_WORKDAYS = 15;

/** `erasing`: agreed, the deletion is under way. */
export const erasureStates = ['waiting', 'erasing', 'agreed', 'refused', 'withdrawn'] as const;
export type ErasureState = (typeof erasureStates)[number];

export const erasureLabels: Record<ErasureState, string> = {
  waiting: '待办理',
  erasing: '正在删除',
  agreed: '已删除',
  refused: '未同意',
  withdrawn: '已撤回',
};

/** Fields of a person's records that are kept: the association's file of who was liaison (个人信息保护法 art. 47). */
export const keptFields: readonly FormKey[] = ['unitName', 'name', 'position'];

/** What stays after a deletion, with the reason; told before the request is sent. */
export const erasureKeeps: readonly [what: string, why: string][] = [
  ['姓名、单位、职务、任职起止日期和备案号', '这是协会联络员档案的一部分，用来证明某家单位某时由谁联络'],
  ['已经发生的通知回执和办理记录', '这是单位收到通知、协会办理事项的凭据，只记姓名和时间'],
  ['您同意个人信息处理说明的版本和时间、本次申请', '用来证明此前的处理和这次删除都有依据'],
];

/** What goes. */
export const erasureDrops: readonly string[] = [
  '手机号码和微信验证过的手机号',
  '证件号码',
  '照片、盖章页等上传的图片',
  '个人简历、出生日期、性别、民族、政治面貌、学历、职称',
  '邮箱、微信号、办公电话',
];

const reason = (label: string) => optionalText(label, 200);
const state = v.picklist(erasureStates);

const erasure = v.object({
  erasureId: v.string(),
  state,
  reason: v.string(),
  submittedAt: v.string(),
  /** Last day to decide, `YYYY-MM-DD`. */
  dueOn: v.string(),
  decidedAt: v.nullable(v.string()),
  /** Why it was refused. */
  note: v.string(),
});

export const privacyContract = {
  /** What I agreed to, and my newest wish to be deleted. For everybody we know. */
  'privacy.get': query(
    v.object({}),
    v.object({
      consents: v.array(v.object({ version: v.string(), at: v.string() })),
      /** Masked; empty: none. */
      verifiedMobile: v.string(),
      erasure: v.nullable(erasure),
      /** What must be done before a request can be sent; null: nothing. */
      hindrance: v.nullable(v.string()),
      erasedAt: v.nullable(v.string()),
    }),
  ),

  /** Who saw, exported or printed my number, newest first. */
  'privacy.views': query(
    v.object({ cursor }),
    v.object({
      views: v.array(
        v.object({ viewId: v.string(), at: v.string(), who: v.string(), post: v.string(), how: v.string() }),
      ),
      next,
    }),
  ),

  /** Everything kept about me, in words, page by page (个人信息保护法 art. 45: to read and to copy). */
  'privacy.mine': query(
    v.object({ cursor }),
    v.object({
      sections: v.array(
        v.object({
          title: v.string(),
          rows: v.array(v.object({ label: v.string(), value: v.string() })),
        }),
      ),
      next,
    }),
  ),

  /** Asks that my personal data be deleted; one request at a time, not while holding a seat or a staff post. */
  'privacy.requestErasure': mutation(
    v.object({ reason: reason('原因') }),
    v.object({ erasureId: v.string(), dueOn: v.string() }),
  ),

  'privacy.withdrawErasure': mutation(
    v.object({ erasureId: id('申请') }),
    v.object({ erasureId: v.string() }),
  ),

  /** Requests of others, for whoever decides them: those that wait, the oldest first, or those that are over. */
  'privacy.requests': query(
    v.object({ over: v.optional(flag('已办结'), false), cursor }),
    v.object({
      requests: v.array(
        v.object({
          ...erasure.entries,
          name: v.string(),
          units: v.array(v.string()),
          /** 剩3个工作日; empty once over. */
          due: v.string(),
          late: v.boolean(),
          decidedBy: v.string(),
        }),
      ),
      next,
    }),
  ),

  /** Agreeing deletes at once and for good; a refusal tells the reason. */
  'privacy.decide': mutation(
    v.pipe(
      v.object({
        erasureId: id('申请'),
        decision: v.picklist(['agree', 'refuse'], '请选择同意或不同意'),
        reason: reason('不同意的原因'),
      }),
      v.forward(
        v.partialCheck(
          [['decision'], ['reason']],
          ({ decision, reason: given }) => decision === 'agree' || given !== '',
          '请填写不同意的原因，申请人会看到',
        ),
        ['reason'],
      ),
    ),
    v.object({ erasureId: v.string(), state }),
  ),
};
