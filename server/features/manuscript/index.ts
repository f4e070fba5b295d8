import { manuscriptContract } from '@contract/manuscript';
import { feature } from '../../kit/serve';
import { read } from './actions/read';
import { manuscriptPolicy } from './policy';

export const manuscript = feature({
  contract: manuscriptContract,
  policy: manuscriptPolicy,
  acts: { 'manuscript.read': read },
});
