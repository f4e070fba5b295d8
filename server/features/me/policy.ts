import type { meContract } from '@contract/me';
import { anyone, type Policy } from '../../kit/rules';

export const mePolicy: Policy<typeof meContract> = {
  'me.get': anyone,
};
