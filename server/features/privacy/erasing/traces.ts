import { openIdNumber } from '../../../kit/id-number';
import { corrections } from '../../../stores/corrections';
import { filings, type Filing } from '../../../stores/filings';
import { people } from '../../../stores/people';
import type { FormPart } from '@contract/form';
import { eachOf } from '../each-of';

/** What a person is found by in rows and files that are not the person's own. */
export interface Traces {
  /** Units the person was on record for, where no record is in force. */
  unitIds: string[];
  names: string[];
  /** Mobile numbers. */
  mobiles: string[];
  /** Mobile numbers, mail addresses, WeChat ids, ID numbers: never left standing in a text. */
  secrets: string[];
}

/** Shorter ones would be found in words that mean something else. */
const SECRET_MIN = 5;
const ERASED = '（已删除）';

/** Read before anything is emptied: a repeat after a death finds the same until the very last steps. */
export async function tracesOf(openid: string): Promise<Traces> {
  const records: Filing[] = [];
  const forms: FormPart[] = [];
  for await (const filing of eachOf(20, (before) => filings.ofPersonBefore(openid, before, 20)))
    records.push(filing);
  for await (const { old, changed } of eachOf(20, (before) => corrections.ofPerson(openid, before, 20)))
    forms.push(old, changed);
  const person = await people.get(openid);
  const over = records.filter(({ inForce }) => !inForce);
  const inForce = records.filter((record) => record.inForce);
  const agreedAnew = new Set(inForce.flatMap(({ form }) => secretsOf(form)));
  const all = [...over.map(({ form }) => form), ...forms];
  const only = (values: string[]) => [...new Set(values)].filter((value) => !agreedAnew.has(value));
  const mobiles = only([...all.flatMap(({ mobile }) => mobile ?? []), person?.verifiedMobile ?? '']);
  const still = new Set(inForce.map(({ unitId }) => unitId));
  return {
    unitIds: [...new Set(over.map(({ unitId }) => unitId))].filter((id) => !still.has(id)),
    names: only([...all.flatMap(({ name }) => name ?? []), person?.name ?? '']).filter(Boolean),
    mobiles: mobiles.filter(Boolean),
    secrets: only([...mobiles, ...all.flatMap(secretsOf)]).filter(({ length }) => length >= SECRET_MIN),
  };
}

const secretsOf = ({ mobile = '', email = '', wechat = '', idNumber = '' }: FormPart): string[] =>
  [mobile, email, wechat, idNumber && plain(idNumber)].filter(Boolean);

/** Sealed under a key that is gone it stands in no text we could find either. */
function plain(sealed: string): string {
  try {
    return openIdNumber(sealed);
  } catch {
    return '';
  }
}

/** The text without what only the person may be reached or known by; numbers also as people write them, 199 0000-5678. */
export function redact(text: string, { secrets }: Pick<Traces, 'secrets'>): string {
  return secrets.reduce((words, secret) => words.replace(patternOf(secret), ERASED), text);
}

/** Whether nothing was redacted. */
export const same = (was: unknown, now: unknown): boolean => JSON.stringify(was) === JSON.stringify(now);

const patternOf = (secret: string): RegExp =>
  /^\d{6,}[\dX]$/.test(secret)
    ? new RegExp([...secret].join('[\\s-]*'), 'gi')
    : new RegExp(secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi');
