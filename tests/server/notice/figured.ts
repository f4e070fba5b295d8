import type { Figures } from '@contract/notice-statistics';
import type { FigureShow } from '@contract/rules/statistics';
import type { Doc } from '@local-cloud';
import type { Notice } from '@server/stores/notices';
import { newReceipt, type Receipt } from '@server/stores/receipts';
import type { Unit } from '@server/stores/units';
import { cloud, makeNotice } from '../../support';

/** Receipts by the hundred, and their figures counted again in memory from the rows. */

const HOUR = 3600_000;

export interface Told {
  doneAfterHours: number | null;
  opened?: boolean;
  onBehalf?: boolean;
}

let made = 0;

/** A notice published at that moment, with one receipt a unit. */
export async function published(
  at: string,
  units: Unit[],
  told: (i: number) => Told,
  over: Partial<Notice> = {},
): Promise<Notice> {
  const publishedAt = new Date(at);
  const _id = `figured-${(made += 1)}`;
  const dueAt = new Date(publishedAt.getTime() + 72 * HOUR);
  const notice = await makeNotice({ _id, publishedAt, dueAt, order: `${at}_${_id}`, ...over });
  await cloud.insert(
    'receipts',
    units.map((unit, i) => receiptOf(notice, unit, told(i))) as unknown as Doc[],
  );
  return notice;
}

function receiptOf(notice: Notice, unit: Unit, { doneAfterHours, opened, onBehalf }: Told): Receipt {
  const row = newReceipt(notice, unit);
  if (doneAfterHours === null) return opened ? { ...row, state: 'opened' } : row;
  const at = new Date(notice.publishedAt.getTime() + doneAfterHours * HOUR);
  const state = { nothing: 'opened', read: 'opened', confirm: 'confirmed', form: 'answered' } as const;
  return {
    ...row,
    state: state[row.ask],
    done: true,
    ...(row.ask !== 'nothing' && { doneAt: at }),
    ...(onBehalf && { onBehalf }),
  };
}

/** What counts of these rows, as the page explains it. */
export async function counting(wanted: (row: Receipt) => boolean): Promise<Receipt[]> {
  const notices = (await cloud.find('notices', {})) as unknown as Notice[];
  const off = new Set(
    notices.filter(({ state }) => state === 'withdrawn' || state === 'corrected').map(({ _id }) => _id),
  );
  const rows = (await cloud.find('receipts', {})) as unknown as Receipt[];
  return rows.filter((row) => row.ask !== 'nothing' && !off.has(row.noticeId) && wanted(row));
}

export const isBehind = (show: FigureShow, row: Receipt, now: Date): boolean => {
  const { doneAt, dueAt, state, onBehalf } = row;
  const tests: Record<FigureShow, boolean> = {
    asked: true,
    missing: !doneAt,
    done: !!doneAt,
    onTime: !!doneAt && doneAt <= dueAt,
    late: !!doneAt && doneAt > dueAt,
    overdue: !doneAt && dueAt <= now,
    pending: !doneAt && dueAt > now,
    opened: state !== 'waiting',
    onBehalf: !!onBehalf,
  };
  return tests[show];
};

export function figuresOf(rows: Receipt[], now: Date): Figures {
  const how = (show: FigureShow) => rows.filter((row) => isBehind(show, row, now)).length;
  const took = rows.flatMap(({ doneAt, publishedAt }) =>
    doneAt ? [(doneAt.getTime() - publishedAt.getTime()) / HOUR] : [],
  );
  return {
    asked: rows.length,
    opened: how('opened'),
    done: how('done'),
    onTime: how('onTime'),
    pending: how('pending'),
    onBehalf: how('onBehalf'),
    hours: took.length ? Math.round((took.reduce((a, b) => a + b, 0) / took.length) * 10) / 10 : null,
  };
}
