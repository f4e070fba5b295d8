import { outboxContract } from '@contract/outbox';
import { feature } from '../../kit/serve';
import { accept } from './actions/accept';
import { mine } from './actions/mine';
import { outboxPolicy } from './policy';

export const outbox = feature({
  contract: outboxContract,
  policy: outboxPolicy,
  acts: { 'outbox.mine': mine, 'outbox.accept': accept },
});
