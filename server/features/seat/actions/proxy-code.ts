import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { drawCode } from '../../../kit/wxa-code';
import { proxies } from '../../../stores/proxies';
import { units } from '../../../stores/units';
import { findProxy } from '../find';
import { presentProxy } from '../present';

/** Page the code opens; no leading slash. */
const PAGE = 'features/seat/proxy/index';

export const proxyCode: Act<'seat.proxyCode'> = async ({ now }, { unitId, proxyId }) => {
  const [lent, unit] = await Promise.all([findProxy(unitId, proxyId), units.get(unitId)]);
  const pictureId = lent.pictureId ?? (await drawCode(lent.code, PAGE, 'proxies'));
  if (!lent.pictureId) await proxies.picture(proxyId, pictureId);
  const pictureUrl = (await files.urls([pictureId])).get(pictureId) ?? '';
  return { ...presentProxy(lent, unit, now), proxyId, code: lent.code, pictureUrl };
};
