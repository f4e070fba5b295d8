import { fitSlots, type Slots } from '@contract/messages';
import { dueText, shanghaiDay } from '@contract/rules/calendar';
import { creditLeft } from '@contract/rules/outbox';
import { isWorkday } from '../../kit/calendar';
import type { Notice } from '../../stores/notices';
import { newMessage, outbox, type OutboxRow } from '../../stores/outbox';
import { people } from '../../stores/people';
import type { Receipt } from '../../stores/receipts';
import { openidsOf, units, type Unit } from '../../stores/units';
import { slotTime } from './push';

const PAGE = 'features/notice/detail/index';

/** One nag per unit and day over all features: the key says so, whoever queues it. */
export const nagId = (day: string, unitId: string, openid: string): string =>
  `nag_${day}_${unitId}_${openid}`;

export interface Reminding {
  /** What would be queued now. */
  rows: OutboxRow[];
  /** Units of them, units nagged today already, and units no push reaches. */
  units: { push: Set<string>; already: Set<string>; unreachable: Set<string> };
}

/** What a reminder of these missing units comes to: seats with a credit left, once a unit and day. Four requests at most. */
export async function remindersFor(
  notice: Notice,
  missing: Receipt[],
  now: Date,
  notBefore: Date,
): Promise<Reminding> {
  const day = shanghaiDay(now);
  const today = await units.byIds(missing.map(({ unitId }) => unitId));
  const openids = [...new Set(today.flatMap(openidsOf))];
  const persons = await people.byIds(openids.slice(0, 1000));
  const reachable = new Set(
    persons.filter(({ credits }) => creditLeft(credits?.todo) > 0).map(({ _id }) => _id),
  );
  const rows = today.flatMap((unit) =>
    openidsOf(unit)
      .filter((openid) => reachable.has(openid))
      .map((openid) => nag(notice, unit, openid, { day, now, notBefore })),
  );
  const sent = new Set((await outbox.there(rows.map(({ _id }) => _id))).map(({ unitId }) => unitId));
  const can = new Set(rows.map(({ unitId }) => unitId));
  const of = (wanted: (unitId: string) => boolean) =>
    new Set(missing.map(({ unitId }) => unitId).filter(wanted));
  return {
    rows: rows.filter(({ unitId }) => !sent.has(unitId)),
    units: {
      push: of((unitId) => can.has(unitId) && !sent.has(unitId)),
      already: of((unitId) => sent.has(unitId)),
      unreachable: of((unitId) => !can.has(unitId)),
    },
  };
}

function nag(
  notice: Notice,
  unit: Unit,
  openid: string,
  { day, now, notBefore }: { day: string; now: Date; notBefore: Date },
): OutboxRow {
  const data: Slots<'todo'> = {
    thing1: `确认：${notice.title}`,
    thing2: unit.short || unit.name,
    time3: slotTime(notice.dueAt),
    thing4: `您单位还没有确认，${dueText(now, notice.dueAt, isWorkday)}`,
  };
  return newMessage({
    _id: nagId(day, unit._id, openid),
    message: 'todo',
    openid,
    unitId: unit._id,
    subjectId: notice._id,
    page: `${PAGE}?noticeId=${notice._id}&unitId=${unit._id}`,
    data: fitSlots(data),
    notBefore,
  });
}
