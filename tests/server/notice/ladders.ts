import type { Notice } from '@server/stores/notices';
import type { Receipt } from '@server/stores/receipts';
import type { Seat, Unit } from '@server/stores/units';
import { newPerson } from '@server/stores/people';
import { ladderFor } from '@server/features/notice/ladder/plan';
import { usualNotices } from '@contract/policy/notices-part';
import { cloud, makeNotice, makeReceipt, makeSeatedUnit, NOW } from '../../support';
import { willing } from '../outbox/wechat';
import { manyReceipts, manyUnits } from './many';

/** Published Thursday 19 November, due Thursday 26 November 2026, 17:00: reminded on 24, 26, 27, the head on 1 December. */
export const PUBLISHED = new Date('2026-11-19T02:00:00.000Z');
export const DUE = new Date('2026-11-26T09:00:00.000Z');
/** The rungs' moments, 09:00 in Shanghai. */
export const RUNG = {
  first: '2026-11-24T01:00:00.000Z',
  day: '2026-11-26T01:00:00.000Z',
  after: '2026-11-27T01:00:00.000Z',
  head: '2026-12-01T01:00:00.000Z',
};

/** A running notice with the usual ladder. */
export const laddered = (over: Partial<Notice> = {}, off: number[] = []): Promise<Notice> => {
  const dueAt = over.dueAt ?? DUE;
  const ask = over.asking?.kind ?? 'confirm';
  return makeNotice({
    dueAt,
    publishedAt: PUBLISHED,
    ...ladderFor(usualNotices, { ask, dueAt, publishedAt: PUBLISHED, off }),
    ...over,
  });
};

/** A missing unit whose liaison accepts `n` reminders. */
export async function missingUnit(
  notice: Notice,
  n: number,
  over: Partial<Unit> = {},
  row: Partial<Receipt> = {},
) {
  const { unit, liaison } = await makeSeatedUnit(over);
  await willing(liaison.openid, 'todo', n);
  const receipt = await makeReceipt(notice, unit, row);
  return { unit, liaison, receipt };
}

/** Units with a liaison each who accepts reminders by our ledger, all missing. */
export async function manyMissing(notice: Notice, n: number): Promise<void> {
  const seat = (i: number): Seat => ({
    kind: 'main',
    openid: `openid-many-${i}`,
    name: '示例联络员',
    position: '',
    phone: '19900001234',
    landline: '',
    filingId: 'filing-x',
    numbers: [],
    since: new Date(NOW),
  });
  const units = await manyUnits(n, (i) => ({ seated: true, seats: { main: seat(i), deputy: null } }));
  await cloud.insert(
    'people',
    units.map((_unit, i) => ({
      ...newPerson(`openid-many-${i}`, new Date(NOW)),
      credits: { todo: { told: 9 } },
    })),
  );
  await manyReceipts(notice, units, () => ({}));
}

export const ladderOf = async (id: string) =>
  ((await cloud.find('notices', { _id: id })) as unknown as Notice[])[0]?.ladder;

export const nags = () => cloud.find('outbox', { message: 'todo' });

export async function runAt(iso: string): Promise<void> {
  await cloud.clock.set(iso);
  await cloud.fireTimer('minute');
}
