import type { seatContract } from '@contract/seat';
import { anyone, seatOfUnit, seatOrStaff, seatOrStaffMay, staffMay, type Policy } from '../../kit/rules';

export const seatPolicy: Policy<typeof seatContract> = {
  'seat.vacate': staffMay('filing.review'),
  'seat.lend': seatOfUnit,
  'seat.proxyCode': seatOfUnit,
  'seat.proxy': anyone, // the code is the right
  'seat.accept': anyone, // the code is the right
  'seat.proxies': seatOrStaff,
  'seat.endProxy': seatOrStaffMay('filing.review'), // as with the seat itself (seat.vacate)
};
