import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, flag, id, next, optionalText } from './fields';
import type { FormKey } from './form';

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
  [
    '已经发生的通知回执（包括秘书处代录和按群接龙录入的）、回执表里写到的名字，交接、代理、审核等办理记录',
    '这是单位收到通知、协会办理事项的凭据，只记姓名和时间；里面写到的您的手机号、邮箱、微信号、证件号会删去',
  ],
  [
    '协会发出的通知、公布的名单、起草的文稿里写到您的地方，审核队列里这些文稿的内容',
    '这是协会的公文，不能抽改；其中审核记录不再写您的名字',
  ],
  ['单位来函、营业执照、回执附件、通知配图等文件', '这是单位和协会的材料；文件里的文字无法逐个辨认'],
  [
    '您的微信在本小程序里的编号',
    '用来认出以前的记录属于同一个人，您再来时能看到这次删除的结果；凭它不能联系到您',
  ],
  ['您同意个人信息处理说明的版本和时间、本次申请', '用来证明此前的处理和这次删除都有依据'],
];

/** What goes. */
export const erasureDrops: readonly string[] = [
  '手机号码和微信验证过的手机号',
  '证件号码',
  '照片、盖章页等上传的图片',
  '个人简历、出生日期、性别、民族、政治面貌、学历、职称',
  '邮箱、微信号、办公电话',
  '单位档案里把您记作联系人的那一条，和记在别处的您的手机号',
  '导入过的会员名册文件和核对结果、导出和打印后暂存待下载的文件（整份删除）',
  '消息提醒记录里的收件人和内容，还没有发出的提醒不再发出',
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
      /** Working days within which a request is answered, by the rulebook (contract/policy/privacy-part.ts). */
      workdays: count,
    }),
  ),

  /** Who saw, exported or printed my number, newest first. */
  'privacy.views': query(
    v.object({ cursor }),
    v.object({
      views: v.array(
        v.object({
          viewId: v.string(),
          at: v.string(),
          who: v.string(),
          post: v.string(),
          /** What they did, e.g. 查看了您的手机号. */
          how: v.string(),
        }),
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
