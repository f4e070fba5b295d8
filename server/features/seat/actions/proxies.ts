import { may } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { holdsSeat } from '../../../kit/rules';
import { offices } from '../../../stores/offices';
import { proxies as rows } from '../../../stores/proxies';
import { units } from '../../../stores/units';
import { presentLent } from '../present';

const SHOWN = 50;

export const proxies: Act<'seat.proxies'> = async ({ caller, now }, { unitId }) => {
  const [unit, lent, office] = await Promise.all([
    units.get(unitId),
    rows.ofUnit(unitId, SHOWN),
    offices.get(),
  ]);
  if (!unit) throw new AppError('missing', '没有找到这家单位');
  const { proxyDays } = policyOf(office).seats;
  return {
    unitName: unit.name,
    days: proxyDays,
    canLend: proxyDays > 0 && holdsSeat(caller, unitId),
    canEnd: holdsSeat(caller, unitId) || may(caller.person?.staff?.role, 'filing.review'),
    proxies: lent.map((proxy) => presentLent(proxy, unit, now)),
  };
};
