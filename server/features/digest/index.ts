import { digestContract } from '@contract/digest';
import { feature } from '../../kit/serve';
import { get } from './actions/get';
import { items } from './actions/items';
import { list } from './actions/list';
import { stuck } from './actions/stuck';
import { subscribe } from './actions/subscribe';
import { digestPolicy } from './policy';

export const digest = feature({
  contract: digestContract,
  policy: digestPolicy,
  acts: {
    'digest.get': get,
    'digest.list': list,
    'digest.items': items,
    'digest.stuck': stuck,
    'digest.subscribe': subscribe,
  },
});
