import { fitSlots, type Slots } from '@contract/messages';
import { dueText, shanghaiDay } from '@contract/rules/calendar';
import type { Ask } from '@contract/rules/receipt';
import { creditLeft } from '@contract/rules/outbox';
import { isWorkday } from '../../kit/calendar';
import type { Notice } from '../../stores/notices';
import { nagId, newMessage, outbox, type OutboxRow } from '../../stores/outbox';
import { people } from '../../stores/people';
import type { Receipt } from '../../stores/receipts';
import { openidsOf, units, type Unit } from '../../stores/units';
import { slotTime } from './push';

/** The platform's most. */
const READ = 1000;
const PAGE = 'features/notice/detail/index';

/** What is to be done, and what was not. */
const words: Record<Ask, { act: string; undone: string }> = {
  nothing: { act: '查看', undone: '还没有打开' },
  read: { act: '阅读', undone: '还没有阅读' },
  confirm: { act: '确认', undone: '还没有确认' },
  form: { act: '填报', undone: '还没有填报' },
};

export interface Reminding {
  /** What would be queued now. */
  rows: OutboxRow[];
  /** Units of them, units nagged today already, and units no push reaches. */
  units: { push: Set<string>; already: Set<string>; unreachable: Set<string> };
}

/**
 * What a reminder of these missing units comes to when it goes out `at`, the day it counts for: one message to a unit and
 * day (`nagId`), to the holder of the main seat, or of the other one where the first accepts none. Whoever of the unit was
 * nagged that day, nobody there is again, also after a handover. Of 500 units three requests, or four.
 */
export async function remindersFor(notice: Notice, missing: Receipt[], at: Date): Promise<Reminding> {
  const day = shanghaiDay(at);
  const today = await units.byIds(missing.map(({ unitId }) => unitId));
  const openids = [...new Set(today.flatMap(openidsOf))];
  const persons = await inThousands(openids, (some) => people.byIds(some));
  const reachable = new Set(
    persons.filter(({ credits }) => creditLeft(credits?.todo) > 0).map(({ _id }) => _id),
  );
  const rows = today.flatMap((unit) => {
    const openid = openidsOf(unit).find((one) => reachable.has(one));
    return openid ? [nag(notice, unit, openid, day, at)] : [];
  });
  // Where nobody sits nobody can be reminded.
  const unitIds = today.filter((unit) => openidsOf(unit).length).map(({ _id }) => _id);
  const sent = new Set(await inThousands(unitIds, (some) => outbox.nagged(day, some)));
  const can = new Set(rows.map(({ unitId }) => unitId));
  const of = (wanted: (unitId: string) => boolean) =>
    new Set(missing.map(({ unitId }) => unitId).filter(wanted));
  return {
    rows: rows.filter(({ unitId }) => !sent.has(unitId)),
    units: {
      push: of((unitId) => can.has(unitId) && !sent.has(unitId)),
      already: of((unitId) => sent.has(unitId)),
      unreachable: of((unitId) => !can.has(unitId) && !sent.has(unitId)),
    },
  };
}

/** What one request reads at most, as often as it takes. */
async function inThousands<T>(ids: string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let i = 0; i < ids.length; i += READ) found.push(...(await read(ids.slice(i, i + READ))));
  return found;
}

/** A reminder of `day` to this person. */
export function nag(notice: Notice, unit: Unit, openid: string, day: string, at: Date): OutboxRow {
  const { act, undone } = words[notice.asking.kind];
  const data: Slots<'todo'> = {
    thing1: `${act}：${notice.title}`,
    thing2: unit.short || unit.name,
    time3: slotTime(notice.dueAt),
    thing4: `您单位${undone}，${dueText(at, notice.dueAt, isWorkday)}`,
  };
  return newMessage({
    _id: nagId(day, unit._id),
    message: 'todo',
    openid,
    unitId: unit._id,
    subjectId: notice._id,
    page: `${PAGE}?noticeId=${notice._id}&unitId=${unit._id}`,
    data: fitSlots(data),
    notBefore: at,
    ...(notice.urgent && { urgent: true }),
  });
}
