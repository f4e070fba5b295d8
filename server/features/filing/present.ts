import { takeable } from '@contract/filing';
import { pictureKeys, type FormKey, type FormPart } from '@contract/form';
import type { Output } from '@contract/index';
import type { Policy } from '@contract/policy/schema';
import { posts } from '@contract/unit';
import { filingTurn } from '@contract/rules/filing';
import { handoverTurn, type HandoverReader } from '@contract/rules/handover';
import { factsOf } from '../../kit/handing-over';
import { maskForm } from '../../kit/id-number';
import { tidyName } from '../../kit/search';
import type { Filing } from '../../stores/filings';
import type { Handover } from '../../stores/handovers';
import type { Unit } from '../../stores/units';

type Sent = Output<'filing.mine'>['filings'][number];

/** What the rulebook calls the seats. */
export type SeatNames = Record<Filing['kind'], string>;

export const presentSent = (
  filing: Filing,
  reader: 'liaison' | 'staff',
  names: SeatNames,
  handover: Handover | null,
): Sent => ({
  filingId: filing._id,
  unitName: filing.unitName,
  kind: filing.kind,
  seatName: names[filing.kind],
  handover: handover && presentHandover(handover, reader === 'staff' ? 'staff' : 'successor'),
  state: filing.state,
  turn: filingTurn(filing.state, reader).line,
  submittedAt: filing.submittedAt.toISOString(),
  numbers: filing.numbers,
  returned: filing.returned,
  note: filing.note,
});

function presentHandover(handover: Handover, reader: HandoverReader): NonNullable<Sent['handover']> {
  const { mine, line } = handoverTurn(factsOf(handover), reader);
  const { _id, state, leaver, changedOn, reason, lateBy } = handover;
  return { handoverId: _id, state, turn: line, mine, leaverName: leaver.name, changedOn, reason, lateBy };
}

export const presentQueued = (
  filing: Filing,
  names: SeatNames,
  handover: Handover | null,
): Output<'filing.list'>['filings'][number] => ({
  filingId: filing._id,
  unitName: filing.unitName,
  name: filing.form.name ?? '',
  kind: filing.kind,
  seatName: names[filing.kind],
  handover: handover && { state: handover.state, lateBy: handover.lateBy },
  state: filing.state,
  turn: filingTurn(filing.state, 'staff').line,
  submittedAt: filing.submittedAt.toISOString(),
});

interface Reviewed {
  filing: Filing;
  unit: Unit | null;
  handover: Handover | null;
  policy: Policy;
  urls: Record<string, string>;
  blocked: string | null;
  council: boolean;
}

export const presentReview = ({
  filing,
  unit,
  handover,
  policy: { seats, filing: wanted },
  urls,
  ...more
}: Reviewed): Output<'filing.get'> => {
  const file = unit ? onFile(unit) : {};
  return {
    ...presentSent(filing, 'staff', seats.names, handover),
    asked: { fields: wanted.fields, required: wanted.required },
    form: maskForm(filing.form),
    mobileVerified: filing.mobileVerified,
    unitId: filing.unitId,
    onFile: file,
    differs: filed.filter(
      (key) =>
        key in file &&
        (key in filing.form || wanted.fields.includes(key)) &&
        file[key] !== tidyName(filing.form[key] ?? ''),
    ),
    holder: unit?.seats[filing.kind]?.name ?? null,
    handed: handover && {
      leaverAgreedAt: handover.leaverAgreedAt?.toISOString() ?? null,
      successorAgreedAt: handover.successorAgreedAt?.toISOString() ?? null,
      letterUrl: (handover.letterKey && urls[handover.letterKey]) || null,
    },
    blocked: filing.state === 'submitted' ? more.blocked : null,
    council: more.council && unit ? { post: posts[unit.post] } : null,
    urls,
  };
};

/** What the form and the unit's file both say. */
const [unitName, unitNature, ...others] = takeable;
const filed = [unitName, unitNature, 'unitStateLevel', ...others] as const;

const onFile = (unit: Unit): Partial<Record<FormKey, string>> & Record<string, string> => ({
  unitName: unit.name,
  unitNature: unit.nature,
  unitStateLevel: unit.stateLevel ?? '',
  address: unit.address,
  postCode: unit.postCode,
  creditCode: unit.creditCode,
  legalRep: unit.legalRep,
  region: unit.region,
  industry: unit.industry,
  fax: unit.fax,
  website: unit.website,
});

/** Keys of the uploaded pictures of a form. */
export const picturesOf = (form: FormPart): string[] =>
  pictureKeys.map((key) => form[key]).filter((key) => key !== undefined);
