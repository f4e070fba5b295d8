/** By what members are classified (D: all four). */
export const classifications = {
  post: '协会职务',
  type: '单位性质',
  region: '地区',
  industry: '行业',
} as const;
export type Classification = keyof typeof classifications;
