import type { unitContract } from '@contract/unit';
import { staff, staffMay, type Policy } from '../../kit/rules';

export const unitPolicy: Policy<typeof unitContract> = {
  'unit.save': staffMay('unit.edit'),
  'unit.list': staff,
  'unit.get': staff,
  'unit.terms': staff,
  'unit.papers': staff,
  'unit.timeline': staff,
  'unit.attach': staffMay('unit.edit', 'filing.review'),
  'unit.detach': staffMay('unit.edit', 'filing.review'),
  'unit.leave': staffMay('unit.edit'),
  'unit.rejoin': staffMay('unit.edit'),
};
