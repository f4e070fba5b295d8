import { privacyContract } from '@contract/privacy';
import { feature } from '../../kit/serve';
import { decide } from './actions/decide';
import { get } from './actions/get';
import { mine } from './actions/mine';
import { requestErasure } from './actions/request-erasure';
import { requests } from './actions/requests';
import { views } from './actions/views';
import { withdrawErasure } from './actions/withdraw-erasure';
import { privacyPolicy } from './policy';

export const privacy = feature({
  contract: privacyContract,
  policy: privacyPolicy,
  acts: {
    'privacy.get': get,
    'privacy.views': views,
    'privacy.mine': mine,
    'privacy.requestErasure': requestErasure,
    'privacy.withdrawErasure': withdrawErasure,
    'privacy.requests': requests,
    'privacy.decide': decide,
  },
});
