import * as v from 'valibot';
import { mutation, query } from './action';
import { codeId } from './code';
import { count, cursor, day, id, next, optionalText, text } from './fields';
import { askedShown, formKeys, formSent, formShown } from './form';
import { seatKind } from './me';
import { filingStates } from './rules/filing';
import { handoverStates } from './rules/handover';

/** Version of the consent text a person agreed to; a new text gets a new version. */
export const CONSENT_VERSION = '2027-01';

/** Fields of the form that stand in the unit's file as well; the level of a state enterprise goes with its nature. */
export const takeable = [
  'unitName',
  'unitNature',
  'address',
  'postCode',
  'creditCode',
  'legalRep',
  'region',
  'industry',
  'fax',
  'website',
] as const;

const formKey = v.picklist(formKeys, '没有这个项目');
const filingId = id('登记');
const state = v.picklist(filingStates, '没有这个状态');

const returned = v.object({ key: formKey, reason: text('退回原因', 100) });

/** The handover by which a registration takes a seat over from somebody. */
const handover = v.object({
  handoverId: v.string(),
  state: v.picklist(handoverStates),
  /** Whose turn it is, for the caller. */
  turn: v.string(),
  /** The caller's word is awaited. */
  mine: v.boolean(),
  leaverName: v.string(),
  changedOn: v.string(),
  reason: v.string(),
  /** Working days reported too late; 0: in time. */
  lateBy: count,
});

const sent = v.object({
  filingId: v.string(),
  unitName: v.string(),
  kind: seatKind,
  /** What the rulebook calls the seat. */
  seatName: v.string(),
  handover: v.nullable(handover),
  state,
  turn: v.string(),
  submittedAt: v.string(),
  numbers: v.array(v.string()),
  returned: v.array(returned),
  note: v.string(),
});

export const filingContract = {
  /** Consent to the handling of personal data, before the first personal field (个人信息保护法 art. 13, 14). */
  'filing.consent': mutation(
    v.object({ codeId, version: v.literal(CONSENT_VERSION, '说明已更新，请重新阅读并同意') }),
    v.object({ version: v.string() }),
  ),

  /** WeChat's phone button: exchanges its one-time code for the number and keeps it as verified. */
  'filing.phone': mutation(
    v.object({
      code: v.pipe(
        v.string('缺少手机号凭证'),
        v.nonEmpty('缺少手机号凭证'),
        v.maxLength(200, '手机号凭证不正确'),
      ),
    }),
    v.object({ mobile: v.string() }),
  ),

  'filing.submit': mutation(
    v.object({
      codeId,
      unitId: id('单位'),
      /** Left out: the seat the code is for, or the main one. */
      kind: v.optional(seatKind),
      form: formSent,
      /** Asked for when somebody else holds the seat. */
      handover: v.optional(
        v.object({
          changedOn: day('变更日期'),
          reason: text('变更原因', 100),
          /** Upload of the unit's sealed letter, when the leaver cannot confirm any more. */
          letterKey: v.optional(v.nullable(id('单位来函')), null),
        }),
      ),
    }),
    v.object({
      filingId: v.string(),
      turn: v.string(),
      /** Where both sides confirm; null: the seat was empty. */
      handoverId: v.nullable(v.string()),
    }),
  ),

  /** My own registrations, newest first (at most 20). */
  'filing.mine': query(v.object({}), v.object({ filings: v.array(sent) })),

  /** One of my own with what I sent, to correct it. */
  'filing.draft': query(
    v.object({ filingId }),
    v.object({ ...sent.entries, form: formShown, asked: askedShown, urls: v.record(v.string(), v.string()) }),
  ),

  /** Send in the fields that were sent back, all of them and no others; one left out is emptied. */
  'filing.correct': mutation(
    v.object({ filingId, form: formSent }),
    v.object({ filingId: v.string(), turn: v.string() }),
  ),

  'filing.list': query(
    v.object({ state: v.optional(state, 'submitted'), cursor }),
    v.object({
      filings: v.array(
        v.object({
          filingId: v.string(),
          unitName: v.string(),
          name: v.string(),
          kind: seatKind,
          seatName: v.string(),
          handover: v.nullable(v.object({ state: v.picklist(handoverStates), lateBy: count })),
          state,
          turn: v.string(),
          submittedAt: v.string(),
        }),
      ),
      next,
    }),
  ),

  /** What was sent, beside what the unit's file says. */
  'filing.get': query(
    v.object({ filingId }),
    v.object({
      ...sent.entries,
      form: formShown,
      /** What the rulebook asks today. */
      asked: askedShown,
      /** The number came from WeChat's button. */
      mobileVerified: v.boolean(),
      unitId: v.string(),
      /** Values of the unit's file for the fields that stand there too. */
      onFile: v.record(v.string(), v.string()),
      /** Fields whose sent value differs from the file. */
      differs: v.array(formKey),
      /** Who holds the seat it is for now. */
      holder: v.nullable(v.string()),
      /** Both sides' words; null when the seat is not taken over from anybody. */
      handed: v.nullable(
        v.object({
          leaverAgreedAt: v.nullable(v.string()),
          successorAgreedAt: v.nullable(v.string()),
          letterUrl: v.nullable(v.string()),
        }),
      ),
      /** Why it cannot be approved yet (交接还没有办完); null: it can. */
      blocked: v.nullable(v.string()),
      /** The unit's post in the association, when the council has to say whether the successor gets it (D). */
      council: v.nullable(v.object({ post: v.string() })),
      urls: v.record(v.string(), v.string()),
    }),
  ),

  /** Seats the liaison and gives the filing numbers; `take` names the fields to copy into the unit's file. */
  'filing.approve': mutation(
    v.object({
      filingId,
      take: v.optional(v.array(v.picklist(takeable, '这个项目不在单位档案里')), []),
      /** The council gave the unit's post to the successor, or it lapses (D); asked for when `filing.get` says so. */
      council: v.optional(v.picklist(['approved', 'lapsed'], '请选择理事会意见')),
    }),
    v.object({ numbers: v.array(v.string()) }),
  ),

  'filing.return': mutation(
    v.object({
      filingId,
      fields: v.pipe(
        v.array(returned, '请选择要补正的项目'),
        v.minLength(1, '请选择要补正的项目'),
        v.maxLength(formKeys.length, '项目过多'),
      ),
      note: optionalText('说明', 200),
    }),
    v.object({ filingId: v.string() }),
  ),

  /** The ID number of a registration whole; logged, and the person can see it (decision D10). */
  'filing.reveal': mutation(v.object({ filingId }), v.object({ idNumber: v.string() })),

  'filing.refuse': mutation(
    v.object({ filingId, reason: text('不予受理的原因', 200) }),
    v.object({ filingId: v.string() }),
  ),
};
