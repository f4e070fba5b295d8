import type { digestContract } from '@contract/digest';
import { staff, type Policy } from '../../kit/rules';

export const digestPolicy: Policy<typeof digestContract> = {
  'digest.get': staff,
  'digest.list': staff,
  'digest.items': staff,
  'digest.stuck': staff,
  'digest.subscribe': staff,
};
