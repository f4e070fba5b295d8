import { meContract } from '@contract/me';
import { feature } from '../../kit/serve';
import { get } from './actions/get';
import { mePolicy } from './policy';

export const me = feature({ contract: meContract, policy: mePolicy, acts: { 'me.get': get } });
