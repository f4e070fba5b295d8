import type { fileContract } from '@contract/file';
import { anyone, type Policy } from '../../kit/rules';

export const filePolicy: Policy<typeof fileContract> = {
  'file.ticket': anyone, // a stranger with a registration code too: the action looks at the code
  'file.accept': anyone, // only the owner of the ticket
};
