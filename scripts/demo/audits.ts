import type { MutationName } from '@contract/index';
import type { Audit } from '@server/stores/audits';
import type { Attachment } from '@server/stores/attachments';
import type { Code } from '@server/stores/codes';
import type { Filing } from '@server/stores/filings';
import type { Receipt } from '@server/stores/receipts';
import type { Unit } from '@server/stores/units';
import { demoId } from './rows';

interface Done {
  units: Unit[];
  codes: Code[];
  filings: Filing[];
  attachments: Attachment[];
  /** Only of the last notices: a year of confirmations is many rows that tell the same. */
  receipts: Receipt[];
}

type Entry = Omit<Audit, '_id'> & { action: MutationName };

const filingEvents: Record<string, MutationName> = {
  submit: 'filing.submit',
  approve: 'filing.approve',
  return: 'filing.return',
  close: 'seat.vacate',
};

/** The audit entries that the rows of the demo would have left behind. */
export function makeAudits({ units, codes, filings, attachments, receipts }: Done, staff: string): Audit[] {
  const entries: Entry[] = [];
  for (const { _id: unitId, createdAt, left } of units) {
    const about = { openid: staff, collection: 'units', subjectId: unitId, unitId };
    entries.push({ ...about, at: createdAt, action: 'unit.save' });
    if (left) entries.push({ ...about, at: left.at, action: 'unit.leave' });
  }
  for (const { _id: subjectId, unitId, createdAt: at } of codes)
    if (unitId)
      entries.push({ at, openid: staff, action: 'code.issue', collection: 'codes', subjectId, unitId });
  const leavers = new Set(units.filter(({ left }) => left).map(({ _id }) => _id));
  for (const { _id: subjectId, unitId, openid, history } of filings)
    for (const { at, event } of history) {
      const action = filingEvents[event];
      if (!action || (event === 'close' && leavers.has(unitId))) continue;
      const who = event === 'submit' ? openid : staff;
      entries.push({ at, openid: who, action, collection: 'filings', subjectId, unitId });
    }
  for (const { _id: subjectId, unitId, at } of attachments)
    entries.push({ at, openid: staff, action: 'unit.attach', collection: 'attachments', subjectId, unitId });
  for (const { _id: subjectId, unitId, confirmed, answered } of receipts)
    if (confirmed) {
      const { at, openid } = confirmed;
      const action = answered ? 'notice.answer' : 'notice.confirm';
      entries.push({ at, openid, action, collection: 'receipts', subjectId, unitId });
    }
  return entries.map((entry, i) => ({ _id: demoId('audit', i + 1), ...entry }));
}
