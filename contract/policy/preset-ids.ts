/** Rulebooks the product ships as presets (institutions.md A–E and the information-security one of F). */
export const presetIds = [
  'shaanxi-coal',
  'chengdu-machinery',
  'taizhou-cars',
  'zhengzhou-it',
  'business-registry',
  'information-security',
] as const;
export type PresetId = (typeof presetIds)[number];
