import { rosterContract } from '@contract/roster';
import { feature } from '../../kit/serve';
import { commit } from './actions/commit';
import { export as exportSheet } from './actions/export';
import { get } from './actions/get';
import { list } from './actions/list';
import { plan } from './actions/plan';
import { read } from './actions/read';
import { rejects } from './actions/rejects';
import { rows } from './actions/rows';
import { undo } from './actions/undo';
import { rosterPolicy } from './policy';

export const roster = feature({
  contract: rosterContract,
  policy: rosterPolicy,
  acts: {
    'roster.read': read,
    'roster.get': get,
    'roster.list': list,
    'roster.plan': plan,
    'roster.rows': rows,
    'roster.commit': commit,
    'roster.rejects': rejects,
    'roster.undo': undo,
    'roster.export': exportSheet,
  },
});
