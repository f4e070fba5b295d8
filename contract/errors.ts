/** The closed list of error codes an action may answer with, each with the sentence used when none is more exact. */
export const errorSentences = {
  invalid: '填写有误，请检查标红的项目',
  consent: '请先阅读并同意个人信息处理说明',
  stranger: '请先扫描协会给您的登记码完成登记',
  forbidden: '您没有这项权限，请联系秘书处管理员',
  missing: '没有找到这条内容，可能已被删除',
  expired: '登记码已过期，请向秘书处索取新的登记码',
  conflict: '内容刚刚被别人改动，请刷新后再试',
  closed: '这件事已经办结，不能再改',
  risky: '内容未通过微信内容安全检查，请修改后再提交',
  busy: '系统繁忙，请稍后再试；您填写的内容已保留',
} as const;

export type ErrorCode = keyof typeof errorSentences;

export interface ErrorReply {
  code: ErrorCode;
  /** A Chinese sentence for the person who called: what happened and what to do. */
  message: string;
  /** Path of the input field at fault, e.g. `resume.0.start`. */
  field?: string;
}

export type Reply<T> = { ok: true; data: T } | { ok: false; error: ErrorReply };
