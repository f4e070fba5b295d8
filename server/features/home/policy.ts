import type { homeContract } from '@contract/home';
import { seatOfUnit, staff, type Policy } from '../../kit/rules';

export const homePolicy: Policy<typeof homeContract> = {
  'home.liaison': seatOfUnit,
  'home.office': staff,
};
