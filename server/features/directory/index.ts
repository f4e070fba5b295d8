import { directoryContract } from '@contract/directory';
import { feature } from '../../kit/serve';
import { classes } from './actions/classes';
import { list } from './actions/list';
import { reveal } from './actions/reveal';
import { directoryPolicy } from './policy';

export const directory = feature({
  contract: directoryContract,
  policy: directoryPolicy,
  acts: { 'directory.list': list, 'directory.classes': classes, 'directory.reveal': reveal },
});
