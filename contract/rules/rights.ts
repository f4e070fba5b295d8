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
  'contact.reveal': '查看手机号码',
} as const;

export type Role = keyof typeof roles;
export type Right = keyof typeof rights;

const table: Record<Role, readonly Right[]> = {
  admin: ['office.edit', 'unit.edit', 'code.issue', 'filing.review', 'notice.publish', 'contact.reveal'],
  'secretary-general': ['unit.edit', 'code.issue', 'filing.review', 'notice.publish', 'contact.reveal'],
  member: ['unit.edit', 'code.issue', 'filing.review', 'notice.publish', 'contact.reveal'],
  editor: ['notice.publish', 'contact.reveal'],
  meeting: ['notice.publish', 'contact.reveal'],
  finance: ['contact.reveal'],
};

export const rightsOf = (role: Role): readonly Right[] => table[role];

export const may = (role: Role | undefined, right: Right): boolean => !!role && table[role].includes(right);
