import { filingTurn } from '@contract/rules/filing';
import { rightsOf } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import { policyOf } from '../../../kit/policy';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';

export const get: Act<'me.get'> = async ({ caller: { openid, person } }) => {
  const [office, open] = await Promise.all([offices.get(), person ? filings.openOf(openid) : []]);
  const [filing] = open;
  return {
    office: { claimed: !!office, name: office?.name ?? '', hosts: office?.hosts ?? [] },
    seatNames: office?.preset ? policyOf(office).seats.names : null,
    person: person && {
      name: person.name,
      seats: person.seats.map(({ unitId, unitName, kind }) => ({ unitId, unitName, kind })),
      proxies: person.proxies.map(({ proxyId, unitId, unitName, to, scopes }) => ({
        proxyId,
        unitId,
        unitName,
        to,
        scopes,
      })),
      staff: person.staff && { role: person.staff.role, rights: [...rightsOf(person.staff.role)] },
      filing: filing
        ? {
            filingId: filing._id,
            unitName: filing.unitName,
            state: filing.state,
            turn: filingTurn(filing.state, 'liaison').line,
          }
        : null,
    },
  };
};
