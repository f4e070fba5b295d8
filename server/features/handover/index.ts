import { handoverContract } from '@contract/handover';
import { feature } from '../../kit/serve';
import { agree } from './actions/agree';
import { cancel } from './actions/cancel';
import { get } from './actions/get';
import { letter } from './actions/letter';
import { list } from './actions/list';
import { start } from './actions/start';
import { handoverPolicy } from './policy';

export const handover = feature({
  contract: handoverContract,
  policy: handoverPolicy,
  acts: {
    'handover.start': start,
    'handover.get': get,
    'handover.list': list,
    'handover.agree': agree,
    'handover.letter': letter,
    'handover.cancel': cancel,
  },
});
