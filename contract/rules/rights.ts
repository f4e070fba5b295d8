/** Staff roles and what each may do (Zhengzhou rulebook D: four departments with different rights). */

export const roles = {
  admin: '管理员',
  'secretary-general': '秘书长',
  member: '会员发展',
  editor: '信息编辑',
  meeting: '会务培训',
  finance: '财务',
} as const;

export const rights = {
  'office.edit': '修改协会设置',
  'unit.edit': '维护会员单位',
  'code.issue': '发放登记码',
  'filing.review': '审核备案',
  'notice.publish': '发布通知',
  'notice.review': '审定通知',
  'content.check': '内容审核',
  'contact.reveal': '查看手机号码',
  'roster.import': '导入名册',
  'roster.export': '导出名册和通信录',
  'staff.manage': '管理工作人员',
  'privacy.decide': '办理个人信息删除申请',
} as const;

/** Matters a liaison acts in for the unit; a temporary proxy is given some of them. */
export const scopes = {
  notice: '通知',
  article: '稿件',
  meeting: '会议',
  opinion: '意见建议',
  dues: '会费',
} as const;

export type Scope = keyof typeof scopes;
export type Role = keyof typeof roles;
export type Right = keyof typeof rights;

/** Whoever runs the office day by day: everything but its settings and its staff. */
const secretary: readonly Right[] = [
  'unit.edit',
  'code.issue',
  'filing.review',
  'notice.publish',
  'notice.review',
  'contact.reveal',
  'roster.import',
  'roster.export',
  'privacy.decide',
  'content.check',
];

const table: Record<Role, readonly Right[]> = {
  admin: ['office.edit', 'staff.manage', ...secretary],
  'secretary-general': secretary,
  member: secretary.filter(
    (right) => right !== 'privacy.decide' && right !== 'notice.review' && right !== 'content.check',
  ),
  editor: ['notice.publish', 'content.check', 'contact.reveal'],
  meeting: ['notice.publish', 'contact.reveal', 'roster.export'],
  finance: ['contact.reveal', 'roster.export'],
};

export const rightsOf = (role: Role): readonly Right[] => table[role];

export const may = (role: Role | undefined, right: Right): boolean => !!role && table[role].includes(right);
