import * as v from 'valibot';
import { mutation, query } from './action';
import { codeId } from './code';
import { cursor, id, next, optionalText, text } from './fields';
import { formKeys, formPart, formSent } from './form';
import { filingStates } from './rules/filing';

/** Version of the consent text a person agreed to; a new text gets a new version. */
export const CONSENT_VERSION = '2026-11';

const formKey = v.picklist(formKeys, '没有这个项目');
const filingId = id('登记');
const state = v.picklist(filingStates, '没有这个状态');

const returned = v.object({ key: formKey, reason: text('退回原因', 100) });

const sent = v.object({
  filingId: v.string(),
  unitName: v.string(),
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
    v.object({ codeId, unitId: id('单位'), form: formSent }),
    v.object({ filingId: v.string(), turn: v.string() }),
  ),

  /** My own registrations, newest first (at most 20). */
  'filing.mine': query(v.object({}), v.object({ filings: v.array(sent) })),

  /** One of my own with what I sent, to correct it. */
  'filing.draft': query(
    v.object({ filingId }),
    v.object({ ...sent.entries, form: formPart, urls: v.record(v.string(), v.string()) }),
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
      form: formPart,
      /** The number came from WeChat's button. */
      mobileVerified: v.boolean(),
      unitId: v.string(),
      /** Values of the unit's file for the fields that stand there too. */
      onFile: v.record(v.string(), v.string()),
      /** Fields whose sent value differs from the file. */
      differs: v.array(formKey),
      /** Who holds the unit's main seat now. */
      holder: v.nullable(v.string()),
      urls: v.record(v.string(), v.string()),
    }),
  ),

  /** Seats the liaison and gives the filing numbers; `take` names the fields to copy into the unit's file. */
  'filing.approve': mutation(
    v.object({
      filingId,
      take: v.optional(
        v.array(v.picklist(['unitName', 'unitNature', 'address', 'postCode'], '这个项目不在单位档案里')),
        [],
      ),
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

  'filing.refuse': mutation(
    v.object({ filingId, reason: text('不予受理的原因', 200) }),
    v.object({ filingId: v.string() }),
  ),
};
