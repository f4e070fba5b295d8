import type { FormPart } from '@contract/form';
import { presets } from '@contract/policy/presets';
import { shanghaiDay, shanghaiYear } from '@contract/rules/calendar';
import { filingNumber } from '@contract/rules/number';
import type { Code } from '@server/stores/codes';
import type { Counter } from '@server/stores/counters';
import { notInForce, type Filing } from '@server/stores/filings';
import type { Office } from '@server/stores/offices';
import type { Unit } from '@server/stores/units';
import { awake, DAY, HOUR } from './clock';
import { makeForm } from './form';
import type { Random } from './random';
import { demoId } from './rows';
import type { Liaison, Term } from './terms';

export const PRESET = 'shaanxi-coal';

export interface Application {
  unit: Unit;
  liaison: Liaison;
  submittedAt: Date;
  code: Code;
}

/** A filing as it came in. */
export function submitted(
  { unit, liaison, submittedAt, code }: Application,
  n: number,
  random: Random,
): Filing {
  const _id = demoId('filing', n);
  return {
    _id,
    ...notInForce,
    kind: 'main',
    unitId: unit._id,
    unitName: unit.name,
    hosts: unit.hosts,
    openid: liaison.openid,
    codeId: code._id,
    form: makeForm(unit, liaison, shanghaiDay(submittedAt), random),
    mobileVerified: random.chance(0.7),
    state: 'submitted',
    open: true,
    slot: `${liaison.openid}_${unit._id}`,
    numbers: [],
    returned: [],
    note: '',
    history: [{ at: submittedAt, event: 'submit', by: liaison.name, note: '' }],
    submittedAt,
    order: `${submittedAt.toISOString()}_${_id}`,
    requests: [_id],
  };
}

/** One approved filing a term, numbered per host and year in the order of approval. */
export function approvedFilings(
  terms: Term[],
  codeAt: (date: Date) => Code,
  hosts: Office['hosts'],
  by: string,
  random: Random,
): { filings: Filing[]; counters: Counter[] } {
  const counters = new Map<number, Counter>();
  const inOrder = [...terms].sort((a, b) => a.from.getTime() - b.from.getTime());
  const filings = inOrder.map(({ unit, liaison, from: at, to }, i): Filing => {
    const submittedAt = awake(new Date(at.getTime() - random.int(14 * HOUR, 2 * DAY)));
    const filing = submitted({ unit, liaison, submittedAt, code: codeAt(submittedAt) }, i + 1, random);
    const year = shanghaiYear(at);
    const counter = counters.get(year) ?? { _id: counterId(year), last: {} };
    counters.set(year, counter);
    const numbers = hosts
      .filter(({ id }) => unit.hosts.includes(id))
      .map(({ id, short }) => {
        const n = (counter.last[id] ?? 0) + 1;
        counter.last[id] = n;
        return filingNumber(presets[PRESET], short, year, n);
      });
    const history = [...filing.history, { at, event: 'approve', by, note: '' }];
    const decided = { ...filing, open: false, slot: filing._id, numbers, since: at, verifiedAt: at };
    const verified = Object.fromEntries(Object.keys(filing.form).map((key) => [key, at]));
    if (!to) return { ...decided, state: 'approved', inForce: true, verified, history };
    const closed = { at: to, event: 'close', by, note: '' };
    return { ...decided, state: 'closed', until: to, ended: '离任', verified, history: [...history, closed] };
  });
  return { filings, counters: [...counters.values()] };
}

/** Waiting for review, the first with another address than on file; the last was sent back. */
export function openFilings(applications: Application[], n: number, by: string, random: Random): Filing[] {
  return applications.map((application, i) => {
    const filing = submitted(application, n + i, random);
    if (i === 0) return { ...filing, form: moved(filing.form) };
    return i === applications.length - 1 ? sentBack(filing, by) : filing;
  });
}

function sentBack(filing: Filing, by: string): Filing {
  const note = '其余项目无误，补正后即可备案。';
  const at = new Date(filing.submittedAt.getTime() + 5 * HOUR);
  return {
    ...filing,
    state: 'returned',
    returned: [
      { key: 'recommendation', reason: '公章不清晰，请重新拍照' },
      { key: 'resume', reason: '请补填第一段工作经历' },
    ],
    note,
    history: [...filing.history, { at, event: 'return', by, note }],
  };
}

const moved = (form: FormPart): FormPart => ({
  ...form,
  address: form.address?.replace(/示例区.*$/, '示例新区澜屏路88号'),
});

const counterId = (year: number): string => `filing_${year}`;
