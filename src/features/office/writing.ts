import { formKeys, type FormKey } from '@contract/form';
import type { Input, Output } from '@contract/index';
import type { Classification } from '@contract/policy/classifications';
import { messagesOf, noticesOf, noticesWritingOf, type NoticesWriting } from './notices-writing';

type Policy = NonNullable<Output<'office.get'>['policy']>;
type Changes = Input<'office.savePolicy'>['changes'];

/** Whether a field of the form is asked, and whether it may stay empty. */
export type Pick = 'no' | 'may' | 'must';
export type YesNo = 'yes' | 'no';

/** The rulebook as it stands on the page; numbers as they are typed. */
export interface Writing extends NoticesWriting {
  name: string;
  duties: string;
  mainName: string;
  deputy: YesNo;
  deputyName: string;
  proxyDays: string;
  council: YesNo;
  picks: Record<FormKey, Pick>;
  number: string;
  reportDays: string;
  publishNames: YesNo;
  vacantAlarmDays: string;
  checkMonths: string[];
  openDirectory: YesNo;
  erasureWorkdays: string;
  classifications: string[];
}

const yes = (on: boolean): YesNo => (on ? 'yes' : 'no');
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
/** Empty stays empty: the server says which number is missing. */
const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text));

export const writingOf = (policy: Policy): Writing => ({
  ...noticesWritingOf(policy),
  name: policy.name,
  duties: policy.duties.join('\n'),
  mainName: policy.seats.names.main,
  deputy: yes(policy.seats.deputy > 0),
  deputyName: policy.seats.names.deputy,
  proxyDays: String(policy.seats.proxyDays),
  council: yes(policy.seats.councilApprovesSuccessor),
  picks: picksOf(policy.filing),
  number: policy.filing.number,
  reportDays: String(policy.filing.reportChangeWithinWorkdays ?? ''),
  publishNames: yes(policy.filing.publishNames),
  vacantAlarmDays: String(policy.records.vacantAlarmDays),
  checkMonths: policy.records.checkMonths.map(String),
  openDirectory: yes(policy.records.openDirectory),
  erasureWorkdays: String(policy.privacy.erasureWorkdays),
  classifications: [...policy.classifications],
});

/** The parts that differ from the rulebook in force; null: nothing was changed. */
export function changesOf(policy: Policy, written: Writing): Changes | null {
  const parts: Changes = {
    name: written.name.trim(),
    duties: linesOf(written.duties),
    seats: seatsOf(policy, written),
    messages: messagesOf(written),
    notices: noticesOf(written),
    filing: filingOf(policy, written),
    records: {
      vacantAlarmDays: numberOf(written.vacantAlarmDays),
      checkMonths: written.checkMonths.map(Number).sort((a, b) => a - b),
      openDirectory: written.openDirectory === 'yes',
    },
    privacy: { erasureWorkdays: numberOf(written.erasureWorkdays) },
    classifications: written.classifications as Classification[],
  };
  const changed = Object.entries(parts).filter(([key, part]) => !same(part, policy[key as keyof Policy]));
  return changed.length > 0 ? Object.fromEntries(changed) : null;
}

const seatsOf = ({ seats }: Policy, written: Writing): Policy['seats'] => ({
  ...seats,
  deputy: written.deputy === 'yes' ? 1 : 0,
  names: { main: written.mainName.trim(), deputy: written.deputyName.trim() },
  proxyDays: numberOf(written.proxyDays),
  councilApprovesSuccessor: written.council === 'yes',
});

/** What the unit has to prove follows from the papers that are asked for. */
function filingOf(
  { filing }: Policy,
  { picks, number, reportDays, publishNames }: Writing,
): Policy['filing'] {
  const withLevel = {
    ...picks,
    unitStateLevel: picks.unitNature === 'no' ? 'no' : 'may',
  } satisfies Writing['picks'];
  const asked = formKeys.filter((key) => withLevel[key] !== 'no');
  return {
    ...filing,
    fields: inOrder(asked, filing.fields),
    required: inOrder(
      asked.filter((key) => withLevel[key] === 'must'),
      filing.required,
    ),
    number: number.trim(),
    sealedPage: picks.recommendation !== 'no',
    proof: proofOf(picks, filing.proof),
    reportChangeWithinWorkdays: reportDays.trim() === '' ? null : Number(reportDays),
    publishNames: publishNames === 'yes',
  };
}

function proofOf(picks: Writing['picks'], before: Policy['filing']['proof']): Policy['filing']['proof'] {
  const asked = { none: false, letter: picks.proofLetter !== 'no', licence: picks.licence !== 'no' };
  if (asked[before]) return before;
  return asked.letter ? 'letter' : asked.licence ? 'licence' : 'none';
}

function picksOf({ fields, required }: Policy['filing']): Writing['picks'] {
  const pick = (key: FormKey): Pick =>
    required.includes(key) ? 'must' : fields.includes(key) ? 'may' : 'no';
  return Object.fromEntries(formKeys.map((key) => [key, pick(key)])) as Writing['picks'];
}

/** The rulebook's own order for what it had, so that nothing counts as changed that was not. */
const inOrder = (keys: FormKey[], before: readonly FormKey[]): FormKey[] => [
  ...before.filter((key) => keys.includes(key)),
  ...keys.filter((key) => !before.includes(key)),
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
