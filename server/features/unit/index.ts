import { unitContract } from '@contract/unit';
import { feature } from '../../kit/serve';
import { attach } from './actions/attach';
import { detach } from './actions/detach';
import { get } from './actions/get';
import { leave } from './actions/leave';
import { list } from './actions/list';
import { papers } from './actions/papers';
import { rejoin } from './actions/rejoin';
import { save } from './actions/save';
import { terms } from './actions/terms';
import { timeline } from './actions/timeline';
import { unitPolicy } from './policy';

export const unit = feature({
  contract: unitContract,
  policy: unitPolicy,
  acts: {
    'unit.save': save,
    'unit.list': list,
    'unit.get': get,
    'unit.terms': terms,
    'unit.papers': papers,
    'unit.timeline': timeline,
    'unit.attach': attach,
    'unit.detach': detach,
    'unit.leave': leave,
    'unit.rejoin': rejoin,
  },
});
