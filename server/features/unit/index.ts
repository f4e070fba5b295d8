import { unitContract } from '@contract/unit';
import { feature } from '../../kit/serve';
import { get } from './actions/get';
import { list } from './actions/list';
import { save } from './actions/save';
import { unitPolicy } from './policy';

export const unit = feature({
  contract: unitContract,
  policy: unitPolicy,
  acts: { 'unit.save': save, 'unit.list': list, 'unit.get': get },
});
