import { isPictureKey, type FormPart } from '@contract/form';
import type { Output } from '@contract/index';
import type { Policy } from '@contract/policy/schema';
import { maskMobile } from '@contract/rules/mask';
import { maskForm } from '../../kit/id-number';
import type { Correction } from '../../stores/corrections';
import type { Filing } from '../../stores/filings';
import type { Unit } from '../../stores/units';
import { only } from './changes';
import { needsProof, recordKeys } from './own';
import { verifiedOf } from './verified';

type Change = NonNullable<Output<'record.mine'>['open']>;

export const presentChange = (correction: Correction): Change => ({
  correctionId: correction._id,
  state: correction.state,
  keys: correction.keys,
  old: maskForm(correction.old),
  changed: maskForm(correction.changed),
  changedOn: correction.changedOn,
  submittedAt: correction.submittedAt.toISOString(),
  late: correction.late,
  decisions: correction.keys.flatMap((key) => {
    const decided = correction.decided[key];
    return decided ? [{ key, ...decided }] : [];
  }),
  decidedAt: correction.decidedAt?.toISOString() ?? null,
  ...(correction.reason && { reason: correction.reason }),
  ...(correction.lapsed && { lapsed: correction.lapsed }),
});

export const presentRecord = (filing: Filing, policy: Policy) => ({
  filingId: filing._id,
  unitName: filing.unitName,
  kind: filing.kind,
  numbers: filing.numbers,
  form: maskForm(only(filing.form, recordKeys(policy))),
  fields: recordKeys(policy).map((key) => ({
    key,
    required: policy.filing.required.includes(key),
    proof: needsProof(policy, key),
    verifiedAt: verifiedOf(filing, key)?.toISOString() ?? null,
  })),
  verifiedAt: lastVerified(filing).toISOString(),
  reportWithin: policy.filing.reportChangeWithinWorkdays,
});

export const presentWaiting = (
  correction: Correction,
): Output<'record.corrections'>['corrections'][number] => ({
  correctionId: correction._id,
  unitName: correction.unitName,
  name: correction.name,
  keys: correction.keys,
  late: correction.late,
  state: correction.state,
  refused: Object.values(correction.decided).filter(({ agreed }) => !agreed).length,
  submittedAt: correction.submittedAt.toISOString(),
});

/** `dueFrom`: verified before it, a check is due. */
export function presentListed(
  filing: Filing,
  units: Unit[],
  dueFrom: Date | null,
): Output<'record.list'>['records'][number] {
  const unit = units.find(({ _id }) => _id === filing.unitId);
  const phone = unit?.seats[filing.kind]?.phone ?? filing.form.mobile ?? '';
  return {
    filingId: filing._id,
    unitId: filing.unitId,
    unitName: unit?.name ?? filing.unitName,
    kind: filing.kind,
    name: filing.form.name ?? '',
    phone: phone && maskMobile(phone),
    verifiedAt: lastVerified(filing).toISOString(),
    due: isDue(filing, dueFrom),
  };
}

export const lastVerified = ({ verifiedAt, since, submittedAt }: Filing): Date =>
  verifiedAt ?? since ?? submittedAt;

export const isDue = (filing: Filing, dueFrom: Date | null): boolean =>
  dueFrom !== null && lastVerified(filing) < dueFrom;

/** Keys of the pictures in these forms. */
export const picturesOf = (...forms: FormPart[]): string[] => [
  ...new Set(
    forms.flatMap((form) =>
      Object.entries(form).flatMap(([key, value]) =>
        isPictureKey(key) && typeof value === 'string' ? [value] : [],
      ),
    ),
  ),
];
