import type { Act } from '../../../kit/act';
import { momentOf, viewsOf } from '../views';

export const views: Act<'privacy.views'> = ({ caller }, { cursor }) =>
  viewsOf(caller.openid, momentOf(cursor), 20);
