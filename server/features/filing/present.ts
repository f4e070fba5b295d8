import type { FormKey, FormPart } from '@contract/form';
import type { Output } from '@contract/index';
import { filingTurn } from '@contract/rules/filing';
import { tidyName } from '../../kit/search';
import type { Filing } from '../../stores/filings';
import type { Unit } from '../../stores/units';

export const presentSent = (
  filing: Filing,
  reader: 'liaison' | 'staff',
): Output<'filing.mine'>['filings'][number] => ({
  filingId: filing._id,
  unitName: filing.unitName,
  state: filing.state,
  turn: filingTurn(filing.state, reader).line,
  submittedAt: filing.submittedAt.toISOString(),
  numbers: filing.numbers,
  returned: filing.returned,
  note: filing.note,
});

export const presentQueued = (filing: Filing): Output<'filing.list'>['filings'][number] => ({
  filingId: filing._id,
  unitName: filing.unitName,
  name: filing.form.name ?? '',
  state: filing.state,
  turn: filingTurn(filing.state, 'staff').line,
  submittedAt: filing.submittedAt.toISOString(),
});

export const presentReview = (
  filing: Filing,
  unit: Unit | null,
  urls: Record<string, string>,
): Output<'filing.get'> => {
  const file = unit ? onFile(unit) : {};
  return {
    ...presentSent(filing, 'staff'),
    form: filing.form,
    mobileVerified: filing.mobileVerified,
    unitId: filing.unitId,
    onFile: file,
    differs: filed.filter((key) => key in file && file[key] !== tidyName(filing.form[key] ?? '')),
    holder: unit?.seats.main?.name ?? null,
    urls,
  };
};

/** What the form and the unit's file both say. */
const filed = ['unitName', 'unitNature', 'unitStateLevel', 'address', 'postCode'] as const;

const onFile = (unit: Unit): Partial<Record<FormKey, string>> & Record<string, string> => ({
  unitName: unit.name,
  unitNature: unit.nature,
  unitStateLevel: unit.stateLevel ?? '',
  address: unit.address,
  postCode: unit.postCode,
});

/** Keys of the uploaded pictures of a form. */
export const picturesOf = ({ photo, recommendation }: FormPart): string[] =>
  [photo, recommendation].filter((key) => key !== undefined);
