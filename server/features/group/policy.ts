import type { groupContract } from '@contract/group';
import { actsFor, staff, staffMay, type Policy } from '../../kit/rules';

/** A group is an address book entry of units, so whoever keeps units or writes to them keeps groups; it grants nothing. */
const keeps = staffMay('unit.edit', 'notice.publish');

export const groupPolicy: Policy<typeof groupContract> = {
  'group.list': staff,
  'group.get': staff,
  'group.save': keeps,
  'group.remove': keeps,
  'group.attach': keeps,
  'group.detach': keeps,
  'group.members': staff,
  'group.missing': staff,
  'group.leavers': staff,
  'group.mark': keeps,
  'group.markAll': keeps,
  'group.moveOut': keeps,
  'group.match': keeps,
  'group.mine': actsFor('notice'),
};
