import { rights, roles, rightsOf, type Right, type Role } from '@contract/rules/rights';

export const roleKeys = Object.keys(roles) as Role[];
export const rightKeys = Object.keys(rights) as Right[];

/** What somebody is told who is invited; the code works once. */
export const invitationWords = (office: string, role: Role, code: string, until: string): string =>
  `${office}请您加入秘书处（${roles[role]}）。\n打开联络通小程序 → 我的 → 我是秘书处工作人员，填写一次性验证码：\n${code}\n${until}前有效，只能用一次，请不要转给他人。`;

/** 审核备案、发布通知… of a post. */
export const rightsWords = (role: Role): string => {
  const own = rightsOf(role);
  return rightKeys
    .filter((right) => own.includes(right))
    .map((right) => rights[right])
    .join('、');
};
