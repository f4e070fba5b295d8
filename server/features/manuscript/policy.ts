import type { manuscriptContract } from '@contract/manuscript';
import { member, type Policy } from '../../kit/rules';

export const manuscriptPolicy: Policy<typeof manuscriptContract> = {
  'manuscript.read': member, // staff write notices, liaisons articles; the file must be the caller's own
};
