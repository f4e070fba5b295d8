import type { reportContract } from '@contract/report';
import type { Policy } from '../../kit/rules';

export const reportPolicy: Policy<typeof reportContract> = {};
