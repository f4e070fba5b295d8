import type {
  Decision,
  ImportState,
  PlanCounts,
  ReadSheet,
  RosterDefault,
  SheetMapping,
} from '@contract/roster';
import { _ } from '../kit/cloud';
import { keep, table, type Row } from '../kit/table';

/** A planned row that was not imported, or an imported one that was not undone. */
export interface Left {
  key: string;
  name: string;
  reason: string;
}

/** One roster brought in; `_id` is the request that read it. The plan itself is a file (a function's memory is small). */
export interface Import extends Row {
  openid: string;
  by: string;
  fileId: string;
  fileName: string;
  state: ImportState;
  sheets: ReadSheet[];
  mapping: SheetMapping[] | null;
  defaults: Partial<Record<RosterDefault, string>>;
  decisions: Decision[];
  plan: { version: string; fileId: string; counts: PlanCounts; total: number } | null;
  /** Every file a plan of it was kept in, those planned anew included; absent on rows older than this field. */
  planFiles?: string[];
  /** Its files were deleted with somebody's personal data; it goes on no more. Absent: they are there. */
  gone?: Date;
  /** Start of the commit: what it writes bears this very moment, so that a repeat knows its own work. */
  committedAt: Date | null;
  undoneAt: Date | null;
  /** How many of the plan's rows are gone through by what runs now. */
  cursor: number;
  added: number;
  changed: number;
  restored: number;
  removed: number;
  /** Planned rows that were not imported. */
  left: Left[];
  /** Imported rows that were not undone. */
  kept: Left[];
  at: Date;
  order: string;
  requests: string[];
}

const rows = table<Import>('imports');

/** What a step of the job did; counted by whoever moves the cursor. */
export interface Step {
  cursor: number;
  counts: Partial<Record<'added' | 'changed' | 'restored' | 'removed', number>>;
  left?: Left[];
  kept?: Left[];
  state?: ImportState;
}

export const imports = {
  get: (id: string) => rows.get(id),
  /** False when this request was stored before. */
  add: (row: Import) => rows.add(row),
  page: (before: string | undefined, limit: number) =>
    rows.find({
      where: before ? { order: _.lt(before) } : {},
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'fileName', 'state', 'by', 'at', 'plan', 'order'],
    }),
  /** 1 while nothing of it is committed. */
  plan: (
    id: string,
    change: Pick<Import, 'mapping' | 'defaults' | 'decisions' | 'plan'>,
    requestId: string,
  ) =>
    rows.update(
      { _id: id, state: _.in(['read', 'planned']) },
      {
        ...change,
        state: 'planned',
        ...(change.plan && { planFiles: _.addToSet(change.plan.fileId) }),
        requests: keep(requestId),
      },
    ),
  /** With what a deletion of somebody's personal data needs to know, the newest first. */
  withFiles: (before: string | undefined, limit: number) =>
    rows.find({
      where: before ? { order: _.lt(before) } : {},
      orderBy: [['order', 'desc']],
      limit,
      fields: [
        '_id',
        'fileId',
        'plan',
        'planFiles',
        'state',
        'committedAt',
        'undoneAt',
        'sheets',
        'left',
        'kept',
        'gone',
        'order',
      ],
    }),
  /** Its files are gone. */
  clean: (id: string, change: Pick<Import, 'gone' | 'sheets' | 'left' | 'kept'>) =>
    rows.update({ _id: id }, change),
  /** 1 for the one who begins to commit that plan. */
  begin: (id: string, version: string, committedAt: Date) =>
    rows.update(
      { _id: id, state: 'planned', 'plan.version': version },
      { state: 'committing', committedAt, cursor: 0 },
    ),
  /** 1 for the one who begins to take it back. */
  beginUndo: (id: string, undoneAt: Date) =>
    rows.update(
      { _id: id, state: _.in(['committing', 'done']) },
      { state: 'undoing', undoneAt, cursor: 0, kept: [] },
    ),
  /** 0 when another call has done this step meanwhile. */
  step: (
    id: string,
    from: { state: ImportState; cursor: number },
    { cursor, counts, left, kept, state }: Step,
  ) =>
    rows.update(
      { _id: id, ...from },
      {
        cursor,
        ...Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, _.inc(n)])),
        ...(left?.length && { left: _.push(left) }),
        ...(kept?.length && { kept: _.push(kept) }),
        ...(state && { state }),
      },
    ),
};
