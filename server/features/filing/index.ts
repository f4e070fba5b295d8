import { filingContract } from '@contract/filing';
import { feature } from '../../kit/serve';
import { approve } from './actions/approve';
import { consent } from './actions/consent';
import { correct } from './actions/correct';
import { draft } from './actions/draft';
import { get } from './actions/get';
import { list } from './actions/list';
import { mine } from './actions/mine';
import { phone } from './actions/phone';
import { refuse } from './actions/refuse';
import { returnBack } from './actions/return';
import { reveal } from './actions/reveal';
import { submit } from './actions/submit';
import { filingPolicy } from './policy';

export const filing = feature({
  contract: filingContract,
  policy: filingPolicy,
  acts: {
    'filing.consent': consent,
    'filing.phone': phone,
    'filing.submit': submit,
    'filing.mine': mine,
    'filing.draft': draft,
    'filing.correct': correct,
    'filing.list': list,
    'filing.get': get,
    'filing.approve': approve,
    'filing.return': returnBack,
    'filing.reveal': reveal,
    'filing.refuse': refuse,
  },
});
