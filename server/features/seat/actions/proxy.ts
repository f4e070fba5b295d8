import { CONSENT_VERSION } from '@contract/filing';
import type { Act } from '../../../kit/act';
import { offices } from '../../../stores/offices';
import { byCode } from '../find';
import { presentProxy } from '../present';

export const proxy: Act<'seat.proxy'> = async ({ caller, now }, { code }) => {
  const [{ proxy: lent, unit }, office] = await Promise.all([byCode(code), offices.get()]);
  return {
    ...presentProxy(lent, unit, now),
    officeName: office?.name ?? '',
    consentVersion: CONSENT_VERSION,
    mine: lent.proxy?.openid === caller.openid,
    name: caller.person?.name ?? '',
  };
};
