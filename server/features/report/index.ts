import { reportContract } from '@contract/report';
import { feature } from '../../kit/serve';
import { reportPolicy } from './policy';

export const report = feature({ contract: reportContract, policy: reportPolicy, acts: {} });
