import type { reportContract } from '@contract/report';
import { staff, staffMay, type Policy } from '../../kit/rules';

export const reportPolicy: Policy<typeof reportContract> = {
  'report.answers': staffMay('notice.publish'),
  'report.phoneList': staff,
  'report.statistics': staff,
};
