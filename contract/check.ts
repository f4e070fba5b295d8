import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, flag, next, optionalText } from './fields';

/** `passed` and `refused` are final. */
export const checkStates = ['open', 'passed', 'refused'] as const;
export type CheckState = (typeof checkStates)[number];

/** What WeChat takes a content for (platform.md §1). */
export const contentLabels: Record<number, string> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
};

const check = v.object({
  checkId: v.string(),
  kind: v.picklist(['text', 'picture']),
  state: v.picklist(checkStates),
  /** `none`: WeChat did not answer in time. */
  verdict: v.picklist(['review', 'risky', 'none']),
  /** 广告, 时政, …; empty: WeChat did not say. */
  label: v.string(),
  /** Who wrote or sent it. */
  name: v.string(),
  own: flag('本人'),
  about: v.string(),
  excerpt: v.string(),
  /** Of a picture; null when it cannot be fetched. */
  url: v.nullable(v.string()),
  /** Those it stands in; `stands`: neither withdrawn nor corrected. */
  notices: v.array(v.object({ noticeId: v.string(), title: v.string(), stands: v.boolean() })),
  since: v.string(),
  decidedBy: v.string(),
  decidedAt: v.nullable(v.string()),
  note: v.string(),
});

export const checkContract = {
  /** 内容审核: what a person has to look at, the longest waiting first; or what was decided, the newest first. */
  'check.list': query(
    v.object({ show: v.optional(v.picklist(['open', 'decided'], '没有这个分类'), 'open'), cursor }),
    v.object({ checks: v.array(check), waiting: count, next }),
  ),

  /**
   * Lets it stand or refuses it. Nobody decides alone about what is the own, as long as somebody else may. A refused
   * picture is hidden for good; refused words are refused from now on, a notice that went out with them is withdrawn on
   * its own page.
   */
  'check.decide': mutation(
    v.object({
      checkId: v.pipe(v.string('缺少审核内容'), v.regex(/^[A-Za-z0-9_-]{1,80}$/, '审核内容不正确')),
      pass: flag('是否通过'),
      note: optionalText('审核意见', 200),
    }),
    v.object({ state: v.picklist(checkStates) }),
  ),
};
