import { homeContract } from '@contract/home';
import { feature } from '../../kit/serve';
import { liaison } from './actions/liaison';
import { office } from './actions/office';
import { homePolicy } from './policy';

export const home = feature({
  contract: homeContract,
  policy: homePolicy,
  acts: { 'home.liaison': liaison, 'home.office': office },
});
