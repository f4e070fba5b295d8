import { presetIds } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { hasIdNumberKey } from '../../../kit/id-number';
import { policyOf } from '../../../kit/policy';
import { offices } from '../../../stores/offices';

export const get: Act<'office.get'> = async () => {
  const office = await offices.get();
  if (!office) throw new AppError('missing', '协会还没有设立');
  return {
    name: office.name,
    preset: office.preset,
    hosts: office.hosts,
    policy: office.preset ? policyOf(office) : null,
    policyAt: office.policyAt?.toISOString() ?? null,
    idNumberReady: hasIdNumberKey(),
    presets: presetIds.map((id) => {
      const { name, source, summary, hosts } = presets[id];
      return { id, name, source, summary, hosts };
    }),
  };
};
