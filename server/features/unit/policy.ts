import type { unitContract } from '@contract/unit';
import { staff, staffMay, type Policy } from '../../kit/rules';

export const unitPolicy: Policy<typeof unitContract> = {
  'unit.save': staffMay('unit.edit'),
  'unit.list': staff,
  'unit.get': staff,
};
