import { officeContract } from '@contract/office';
import { feature } from '../../kit/serve';
import { claim } from './actions/claim';
import { get } from './actions/get';
import { savePolicy } from './actions/save-policy';
import { setUp } from './actions/set-up';
import { officePolicy } from './policy';

export const office = feature({
  contract: officeContract,
  policy: officePolicy,
  acts: { 'office.claim': claim, 'office.get': get, 'office.setUp': setUp, 'office.savePolicy': savePolicy },
});
