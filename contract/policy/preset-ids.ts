/** Rulebooks the product ships as presets (institutions.md A–D). */
export const presetIds = ['shaanxi-coal', 'chengdu-machinery', 'taizhou-cars', 'zhengzhou-it'] as const;
export type PresetId = (typeof presetIds)[number];
