import type { Session } from '@/lib/session';

/** Whoever keeps units or writes to them keeps groups, as the server says. */
export const keepsGroups = ({ can }: Pick<Session, 'can'>): boolean =>
  can('unit.edit') || can('notice.publish');

/** Why somebody is to be moved out of the WeChat group. */
export const whyOut = {
  person: '已不是这家单位的联络员',
  left: '单位已退会',
  outside: '单位已不在这个组',
} as const;
