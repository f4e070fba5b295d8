import { fileContract } from '@contract/file';
import { feature } from '../../kit/serve';
import { accept } from './actions/accept';
import { ticket } from './actions/ticket';
import { filePolicy } from './policy';

export const file = feature({
  contract: fileContract,
  policy: filePolicy,
  acts: { 'file.ticket': ticket, 'file.accept': accept },
});
