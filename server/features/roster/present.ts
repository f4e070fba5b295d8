import type { Output } from '@contract/index';
import { rosterColumns } from '@contract/roster';
import { maskMobile } from '@contract/rules/mask';
import { contactKinds, natures, posts, stateLevels, type Contact, type UnitForm } from '@contract/unit';
import type { Import } from '../../stores/imports';
import type { Entry } from './plan/make';
import type { Hosts } from './sheet/cells';

const HOUR = 3600_000;
export const UNDO_HOURS = 24;
const LEFT_SHOWN = 50;

export const progressOf = (row: Import): Output<'roster.commit'> => {
  const left = row.state === 'undoing' || row.state === 'undone' ? row.kept : row.left;
  return {
    state: row.state,
    done: row.cursor,
    total: row.plan?.total ?? 0,
    added: row.added,
    changed: row.changed,
    restored: row.restored,
    removed: row.removed,
    left: left.slice(0, LEFT_SHOWN).map(({ name, reason }) => ({ name, reason })),
    leftCount: left.length,
  };
};

export const presentCard = ({
  _id,
  fileName,
  state,
  by,
  at,
  plan,
}: Import): Output<'roster.list'>['imports'][number] => ({
  importId: _id,
  fileName,
  state,
  by,
  at: at.toISOString(),
  counts: plan?.counts ?? null,
});

export const undoUntil = ({ state, committedAt }: Import, now: Date): string | null => {
  if (!committedAt || (state !== 'done' && state !== 'undoing')) return null;
  const until = new Date(committedAt.getTime() + UNDO_HOURS * HOUR);
  return state === 'undoing' || now < until ? until.toISOString() : null;
};

export const presentEntry = (entry: Entry, hosts: Hosts): Output<'roster.rows'>['rows'][number] => ({
  key: entry.key,
  sheet: entry.sheet,
  row: entry.row,
  name: entry.name,
  notes: entry.notes,
  reason: entry.reason,
  candidates: entry.candidates,
  changes: entry.kind === 'changed' ? changesOf(entry, hosts) : [],
});

function changesOf({ set, was }: Entry, hosts: Hosts) {
  return (Object.keys(set) as (keyof UnitForm)[]).flatMap((field) => {
    if (field !== 'contacts')
      return [
        {
          label: rosterColumns[field] ?? field,
          before: wordsOf(field, was, hosts),
          after: wordsOf(field, set, hosts),
        },
      ];
    const [before, after] = [(was.contacts ?? []).map(contactWords), (set.contacts ?? []).map(contactWords)];
    return [{ label: '联系人', before: only(before, after), after: only(after, before) }];
  });
}

const only = (list: string[], other: string[]): string =>
  list.filter((one) => !other.includes(one)).join('；');

const contactWords = ({ kind, name, position, phone, landline, email, wechat }: Contact): string =>
  [
    `${contactKinds[kind].replace(/（.*）/, '')} ${name}`,
    position,
    masked(phone),
    masked(landline),
    email,
    wechat,
  ]
    .filter(Boolean)
    .join(' ');

/** What stands in the columns, so that somebody sees what each is. */
export const presentSheets = (sheets: Import['sheets']): Import['sheets'] =>
  sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => ({ ...column, samples: column.samples.map(masked) })),
  }));

/** Mobile numbers stand among the landlines as well. */
const masked = (text: string): string => text.replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, maskMobile);

function wordsOf(field: keyof UnitForm, form: Partial<UnitForm>, hosts: Hosts): string {
  const value = form[field];
  if (value === null || value === undefined) return '';
  if (field === 'nature') return natures[value as UnitForm['nature']];
  if (field === 'post') return posts[value as UnitForm['post']];
  if (field === 'stateLevel') return stateLevels[value as NonNullable<UnitForm['stateLevel']>];
  if (field === 'hosts')
    return (value as string[]).map((id) => hosts.find((host) => host.id === id)?.short ?? id).join('、');
  if (field === 'tags') return (value as string[]).join('、');
  return typeof value === 'string' ? masked(value) : '';
}
