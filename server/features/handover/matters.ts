import { formLabels } from '@contract/form';
import type { Output } from '@contract/index';
import { shanghaiDay, showDay } from '@contract/rules/calendar';
import { startOfDay } from '@contract/rules/check';
import type { Policy } from '@contract/policy/schema';
import { scopes } from '@contract/rules/rights';
import { checkDue } from '../../kit/check-due';
import { corrections } from '../../stores/corrections';
import { filings } from '../../stores/filings';
import { groups } from '../../stores/groups';
import type { Handover } from '../../stores/handovers';
import { proxies } from '../../stores/proxies';

type Matter = NonNullable<Output<'handover.get'>['open']>['matters'][number];

/** Registrations and proxies of one unit looked at. */
const LOOKED_AT = 20;

/** Beside notices what is under way at the unit or hangs on the leaver's seat. Five requests, side by side. */
export async function mattersOf(
  { unitId, kind, leaver, filingId }: Handover,
  policy: Policy,
  now: Date,
): Promise<Matter[]> {
  const [led, [correction], record, lent, filed] = await Promise.all([
    groups.ledBy(unitId),
    corrections.ofFiling(leaver.filingId, 1),
    filings.get(leaver.filingId),
    proxies.ofUnit(unitId, LOOKED_AT),
    filings.ofUnit(unitId, LOOKED_AT),
  ]);
  const other = policy.seats.names[kind === 'main' ? 'deputy' : 'main'];
  const due = checkDue(policy, now);
  const today = shanghaiDay(now);
  return [
    ...led.map(({ _id, name }): Matter => ({
      kind: 'group',
      id: _id,
      title: `本单位是“${name}”的组长单位`,
      note: kind === 'main' ? '交接后由接任人作组长联系人' : '组长联系人不变',
    })),
    ...(correction?.state === 'submitted'
      ? [
          {
            kind: 'correction' as const,
            id: correction._id,
            title: `登记资料的变更申请正在审核：${correction.keys.map((key) => formLabels[key]).join('、')}`,
            note: '交接备案时还没有审核的，终止办理，由接任人另行申报',
          },
        ]
      : []),
    ...(due && record?.inForce && (record.verifiedAt ?? record.since ?? record.submittedAt) < due.from
      ? [
          {
            kind: 'check' as const,
            id: record._id,
            title: `${showDay(startOfDay(due.day), now)}起的资料核对还没有做`,
            note: '接任人备案的资料算作新核对的',
          },
        ]
      : []),
    ...lent
      .filter(({ lender, endedAt, to }) => lender.filingId === leaver.filingId && !endedAt && to >= today)
      .map((one): Matter => ({
        kind: 'proxy',
        id: one._id,
        title: `${one.proxy?.name ?? '还没有接受的同事'}临时代理${one.scopes.map((scope) => scopes[scope]).join('、')}，到${showDay(startOfDay(one.to), now)}止`,
        note: '交接备案时自动结束，需要的由接任人另行委托',
      })),
    ...filed
      .filter((one) => one.open && one._id !== filingId)
      .map((one): Matter => ({
        kind: 'filing',
        id: one._id,
        title: `${one.kind === kind ? policy.seats.names[kind] : other}的另一份登记正在办理`,
        note: '不随这次交接变动',
      })),
  ];
}
