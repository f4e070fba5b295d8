import type { recordContract } from '@contract/record';
import { seatOfUnit, staff, staffMay, type Policy } from '../../kit/rules';

export const recordPolicy: Policy<typeof recordContract> = {
  'record.mine': seatOfUnit,
  'record.check': seatOfUnit,
  'record.checkFor': staffMay('filing.review'),
  'record.correct': seatOfUnit,
  'record.withdraw': seatOfUnit,
  'record.corrections': staff,
  'record.correction': staffMay('filing.review'),
  'record.decide': staffMay('filing.review'),
  'record.list': staff,
  'record.remind': staffMay('filing.review'),
};
