import type { rosterContract } from '@contract/roster';
import { staffMay, type Policy } from '../../kit/rules';

export const rosterPolicy: Policy<typeof rosterContract> = {
  'roster.read': staffMay('roster.import'),
  'roster.get': staffMay('roster.import'),
  'roster.list': staffMay('roster.import'),
  'roster.plan': staffMay('roster.import'),
  'roster.rows': staffMay('roster.import'),
  'roster.commit': staffMay('roster.import'),
  'roster.rejects': staffMay('roster.import'),
  'roster.undo': staffMay('roster.import'),
  'roster.export': staffMay('roster.export'),
};
