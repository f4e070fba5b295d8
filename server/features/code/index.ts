import { codeContract } from '@contract/code';
import { feature } from '../../kit/serve';
import { findUnits } from './actions/find-units';
import { get } from './actions/get';
import { issue } from './actions/issue';
import { list } from './actions/list';
import { open } from './actions/open';
import { revoke } from './actions/revoke';
import { codePolicy } from './policy';

export const code = feature({
  contract: codeContract,
  policy: codePolicy,
  acts: {
    'code.issue': issue,
    'code.list': list,
    'code.get': get,
    'code.revoke': revoke,
    'code.open': open,
    'code.findUnits': findUnits,
  },
});
