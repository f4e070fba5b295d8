import { directoryContract } from '@contract/directory';
import { feature } from '../../kit/serve';
import { list } from './actions/list';
import { reveal } from './actions/reveal';
import { directoryPolicy } from './policy';

export const directory = feature({
  contract: directoryContract,
  policy: directoryPolicy,
  acts: { 'directory.list': list, 'directory.reveal': reveal },
});
