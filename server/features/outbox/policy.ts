import type { outboxContract } from '@contract/outbox';
import { anyone, known, type Policy } from '../../kit/rules';

export const outboxPolicy: Policy<typeof outboxContract> = {
  'outbox.mine': anyone, // the caller's own; a stranger has nothing left
  'outbox.accept': known,
};
