import type { homeContract } from '@contract/home';
import { actsFor, staff, type Policy } from '../../kit/rules';

export const homePolicy: Policy<typeof homeContract> = {
  'home.liaison': actsFor('notice'),
  'home.office': staff,
};
