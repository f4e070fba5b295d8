import { groupContract } from '@contract/group';
import { feature } from '../../kit/serve';
import { attach } from './actions/attach';
import { detach } from './actions/detach';
import { get } from './actions/get';
import { leavers } from './actions/leavers';
import { list } from './actions/list';
import { mark } from './actions/mark';
import { markAll } from './actions/mark-all';
import { match } from './actions/match';
import { members } from './actions/members';
import { mine } from './actions/mine';
import { missing } from './actions/missing';
import { moveOut } from './actions/move-out';
import { remove } from './actions/remove';
import { save } from './actions/save';
import { groupPolicy } from './policy';

export const group = feature({
  contract: groupContract,
  policy: groupPolicy,
  acts: {
    'group.list': list,
    'group.get': get,
    'group.save': save,
    'group.remove': remove,
    'group.attach': attach,
    'group.detach': detach,
    'group.members': members,
    'group.missing': missing,
    'group.leavers': leavers,
    'group.mark': mark,
    'group.markAll': markAll,
    'group.moveOut': moveOut,
    'group.match': match,
    'group.mine': mine,
  },
});
