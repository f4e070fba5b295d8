import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, day, id, next, text } from './fields';
import { actingUnit, seatKind } from './me';
import { handoverStates } from './rules/handover';

const handoverId = id('交接');
const state = v.picklist(handoverStates, '没有这个状态');

/** When the change happened at the unit, and why. */
export const changed = {
  changedOn: day('变更日期'),
  reason: text('变更原因', 100),
};

const turn = v.object({
  handoverId: v.string(),
  state,
  /** Whose turn it is, for the caller. */
  turn: v.string(),
});

/** Beside notices what is under way at a unit or on its seat; what becomes of it with the handover says each line. */
const matterKinds = ['group', 'correction', 'check', 'proxy', 'filing'] as const;

/** What is not done yet and passes to the successor, or ends with the handover. */
const openItems = v.object({
  notice: v.object({
    total: count,
    /** The most urgent first, at most 50. `asked`: 填写回执表, 确认收到. */
    items: v.array(
      v.object({
        id: v.string(),
        title: v.string(),
        asked: v.string(),
        dueText: v.string(),
        overdue: v.boolean(),
      }),
    ),
  }),
  matters: v.array(
    v.object({ kind: v.picklist(matterKinds), id: v.string(), title: v.string(), note: v.string() }),
  ),
});

const shown = v.object({
  ...turn.entries,
  unitId: v.string(),
  unitName: v.string(),
  kind: seatKind,
  /** What the rulebook calls the seat. */
  seatName: v.string(),
  leaverName: v.string(),
  /** Null until somebody registered for the seat. */
  successorName: v.nullable(v.string()),
  changedOn: v.string(),
  reason: v.string(),
  /** Working days reported too late (信息安全: two working days); 0: in time. */
  lateBy: count,
});

export const handoverContract = {
  /** The leaver begins: the answer's handover holds a code the successor scans to register. Asked again, the open one. */
  'handover.start': mutation(
    v.object({ unitId: actingUnit, kind: seatKind, ...changed }),
    v.object({ handoverId: v.string() }),
  ),

  /** For leaver, successor and staff; anybody else finds nothing. */
  'handover.get': query(
    v.object({ handoverId }),
    v.object({
      ...shown.entries,
      reader: v.picklist(['leaver', 'successor', 'staff']),
      /** The caller's word is awaited. */
      mine: v.boolean(),
      startedBy: v.picklist(['leaver', 'successor']),
      filingId: v.nullable(v.string()),
      leaverAgreedAt: v.nullable(v.string()),
      successorAgreedAt: v.nullable(v.string()),
      /** Temporary address of the unit's sealed letter. */
      letterUrl: v.nullable(v.string()),
      canCancel: v.boolean(),
      canLetter: v.boolean(),
      /** What the successor scans; only for the leaver, until somebody did. */
      code: v.nullable(v.object({ codeId: v.string(), pictureUrl: v.string() })),
      /** Null once decided. */
      open: v.nullable(openItems),
    }),
  ),

  /** Open ones, or ready to be decided; the longest waiting first. */
  'handover.list': query(
    v.object({ state: v.optional(state, 'ready'), cursor }),
    v.object({
      handovers: v.array(v.object({ ...shown.entries, filingId: v.nullable(v.string()) })),
      next,
    }),
  ),

  /** The caller's own word, as leaver or as successor. */
  'handover.agree': mutation(v.object({ handoverId }), turn),

  /** The unit's sealed letter in place of the leaver's word (the leaver is gone, the phone is lost). */
  'handover.letter': mutation(v.object({ handoverId, letterKey: id('单位来函') }), turn),

  /** By whoever began it, until it is decided; the successor's registration ends with it. */
  'handover.cancel': mutation(v.object({ handoverId }), turn),
};
