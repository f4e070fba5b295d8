import { reportContract } from '@contract/report';
import { feature } from '../../kit/serve';
import { answers } from './actions/answers';
import { phoneList } from './actions/phone-list';
import { statistics } from './actions/statistics';
import { reportPolicy } from './policy';

export const report = feature({
  contract: reportContract,
  policy: reportPolicy,
  acts: { 'report.answers': answers, 'report.phoneList': phoneList, 'report.statistics': statistics },
});
