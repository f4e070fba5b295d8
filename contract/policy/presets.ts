import { businessRegistry } from './business-registry';
import { chengduMachinery } from './chengdu-machinery';
import { informationSecurity } from './information-security';
import type { PresetId } from './preset-ids';
import type { Policy } from './schema';
import { shaanxiCoal } from './shaanxi-coal';
import { taizhouCars } from './taizhou-cars';
import { zhengzhouIt } from './zhengzhou-it';

/** The rulebooks the product ships, each a start that an association edits. */
export const presets: Record<PresetId, Policy> = {
  'shaanxi-coal': shaanxiCoal,
  'chengdu-machinery': chengduMachinery,
  'taizhou-cars': taizhouCars,
  'zhengzhou-it': zhengzhouIt,
  'business-registry': businessRegistry,
  'information-security': informationSecurity,
};
