import type { directoryContract } from '@contract/directory';
import { member, staffMay, type Policy } from '../../kit/rules';

export const directoryPolicy: Policy<typeof directoryContract> = {
  'directory.list': member,
  'directory.classes': member,
  'directory.reveal': staffMay('contact.reveal'),
};
