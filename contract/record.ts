import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, day, flag, id, next, optionalText } from './fields';
import { formKeys, formSent, formShown } from './form';
import { actingUnit, seatKind } from './me';

/** A liaison's record (the filing in force): the twice-yearly check and corrections, decided field by field. */

/** `lapsed`: the record it was about ended before anybody decided (交接、离任、转任、退会). */
export const correctionStates = ['submitted', 'decided', 'withdrawn', 'lapsed'] as const;

/** How a check reached staff who note it for the unit. */
export const checkChannels = { phone: '电话', paper: '书面' } as const;

const formKey = v.picklist(formKeys, '没有这个项目');
const correctionId = id('变更申请');
const state = v.picklist(correctionStates, '没有这个状态');
const urls = v.record(v.string(), v.string());

/** One field decided. */
const decision = v.object({ key: formKey, agreed: v.boolean(), reason: v.string() });

const change = v.object({
  correctionId: v.string(),
  state,
  /** Fields in the order of the form; one that is in `keys` and not in `changed` shall be empty. */
  keys: v.array(formKey),
  old: formShown,
  changed: formShown,
  /** Day the facts changed. */
  changedOn: v.string(),
  /** 变更原因 as it stands on the 变更申报表; absent: none was given. */
  reason: v.optional(v.string()),
  submittedAt: v.string(),
  /** Reported after the policy's limit. */
  late: v.boolean(),
  /** Empty until decided. */
  decisions: v.array(decision),
  decidedAt: v.nullable(v.string()),
  /** Why it lapsed, at `decidedAt`; absent: it did not. */
  lapsed: v.optional(v.string()),
});

export const recordContract = {
  /** The caller's own record for a unit, every asked field with the day it was last verified. */
  'record.mine': query(
    v.object({ unitId: actingUnit }),
    v.object({
      filingId: v.string(),
      unitName: v.string(),
      kind: seatKind,
      numbers: v.array(v.string()),
      form: formShown,
      fields: v.array(
        v.object({
          key: formKey,
          required: v.boolean(),
          /** A change of it needs the licence with the unit's seal (E). */
          proof: v.boolean(),
          verifiedAt: v.nullable(v.string()),
        }),
      ),
      /** The field verified longest ago. */
      verifiedAt: v.string(),
      /** A check has come due since. */
      due: v.boolean(),
      /** Working days within which a change is to be reported; null: the rulebook says 及时. */
      reportWithin: v.nullable(v.number()),
      /** Waiting for a decision. */
      open: v.nullable(change),
      /** The newest decided one. */
      last: v.nullable(change),
      urls,
    }),
  ),

  /** 无变更: every field of the caller's record is verified now. */
  'record.check': mutation(v.object({ unitId: actingUnit }), v.object({ verifiedAt: v.string() })),

  /** The same, said to staff by phone or on paper; who noted it stays on the record. */
  'record.checkFor': mutation(
    v.object({
      filingId: id('登记'),
      channel: v.picklist(
        Object.keys(checkChannels) as (keyof typeof checkChannels)[],
        '请选择是电话还是书面核对',
      ),
    }),
    v.object({ verifiedAt: v.string() }),
  ),

  /** Asks for changes (变更申报); one open at a time. The row's id is the request id. */
  'record.correct': mutation(
    v.object({
      unitId: actingUnit,
      changes: formSent,
      /** Optional fields that shall be empty. */
      emptied: v.optional(v.array(formKey, '要清空的项目应为列表'), []),
      changedOn: day('变更日期'),
      reason: optionalText('变更原因', 100),
      /** Licence with the unit's seal, where the rulebook asks one (E). */
      proofKey: v.optional(id('营业执照照片')),
      /** The other fields were looked at and are right. */
      restChecked: v.optional(flag('其余项目已核对'), false),
    }),
    v.object({ correctionId: v.string(), late: v.boolean() }),
  ),

  'record.withdraw': mutation(
    v.object({ unitId: actingUnit, correctionId }),
    v.object({ correctionId: v.string() }),
  ),

  /** Those that wait, the longest first; of what is decided, the newest. */
  'record.corrections': query(
    v.object({ state: v.optional(state, 'submitted'), cursor }),
    v.object({
      corrections: v.array(
        v.object({
          correctionId: v.string(),
          unitName: v.string(),
          name: v.string(),
          keys: v.array(formKey),
          late: v.boolean(),
          state,
          refused: count,
          submittedAt: v.string(),
        }),
      ),
      next,
    }),
  ),

  /** One with old and new side by side. */
  'record.correction': query(
    v.object({ correctionId }),
    v.object({
      ...change.entries,
      unitId: v.string(),
      unitName: v.string(),
      name: v.string(),
      /** The new number came from WeChat's button. */
      mobileVerified: v.boolean(),
      /** The liaison still holds the seat; false: nothing may be agreed to. */
      current: v.boolean(),
      proofUrl: v.nullable(v.string()),
      decidedBy: v.string(),
      urls,
    }),
  ),

  /** Every field once: agreed, or refused with its reason. */
  'record.decide': mutation(
    v.object({
      correctionId,
      decisions: v.pipe(
        v.array(
          v.object({
            key: formKey,
            agreed: flag('是否同意'),
            reason: optionalText('不同意的原因', 100),
          }),
          '请逐项选择同意或不同意',
        ),
        v.minLength(1, '请逐项选择同意或不同意'),
        v.maxLength(formKeys.length, '项目过多'),
      ),
    }),
    v.object({ agreed: count, refused: count }),
  ),

  /**
   * Reminds whoever's check is due and can be pushed, a unit at most once a day over all matters (D8). At most 500 records a
   * call: `next` goes on with the rest. The numbers are units.
   */
  'record.remind': mutation(
    v.object({ cursor }),
    v.object({ queued: count, already: count, unreachable: count, next }),
  ),

  /** Records in force, the longest unverified first. */
  'record.list': query(
    v.object({ due: v.optional(flag('只看待核对'), false), cursor }),
    v.object({
      records: v.array(
        v.object({
          filingId: v.string(),
          unitId: v.string(),
          unitName: v.string(),
          kind: seatKind,
          name: v.string(),
          /** Masked. */
          phone: v.string(),
          verifiedAt: v.string(),
          due: v.boolean(),
        }),
      ),
      next,
      counts: v.object({ all: count, due: count }),
      /** Day the check fell due; null: the rulebook has none. */
      checkDay: v.nullable(v.string()),
    }),
  ),
};
