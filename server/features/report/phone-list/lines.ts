import { receiptLabel } from '@contract/rules/receipt';
import { maskMobile } from '@contract/rules/mask';
import type { Contact } from '@contract/unit';
import { contactKey } from '../../../kit/contact-key';
import { AppError } from '../../../kit/errors';
import type { Named } from '../../../office/tell-each';
import { linkId, links } from '../../../stores/links';
import { receipts, type Receipt } from '../../../stores/receipts';
import { units, type Unit } from '../../../stores/units';

/** One missing unit as it is telephoned. */
export interface PhoneLine {
  region: string;
  unitName: string;
  /** 联络员, and the numbers one under the other. */
  liaison: string;
  phones: string[];
  head: string;
  headPhones: string[];
  /** How far the unit has come. */
  note: string;
  /** The liaison's own link; empty: none is made, or it ran out. */
  link: string;
  /** Whose numbers stand here. */
  named: Named[];
}

const READ = 500;
/** More than anybody telephones, and than a document handles well. */
const MOST = 3000;

interface Wanted {
  noticeId: string;
  region: string;
  withLinks: boolean;
  /** Numbers whole, or masked. */
  whole: boolean;
  now: Date;
}

/** The missing units by region and name, with whom to telephone today. */
export async function phoneLines({ noticeId, region, withLinks, whole, now }: Wanted): Promise<PhoneLine[]> {
  const lines: PhoneLine[] = [];
  for (let after: string | undefined; ;) {
    const page = await receipts.byPlace(noticeId, { done: false }, after, READ);
    const rows = page.filter((row) => !region || row.region === region);
    if (lines.length + rows.length > MOST)
      throw new AppError('invalid', `超过${MOST}家单位，请按地区分次生成`, 'region');
    const today = new Map(
      (await units.byIds(rows.map(({ unitId }) => unitId))).map((unit) => [unit._id, unit]),
    );
    const urls = withLinks ? await linksOf(noticeId, [...today.values()], now) : new Map<string, string>();
    for (const row of rows) lines.push(lineOf(row, today.get(row.unitId), urls.get(row.unitId) ?? '', whole));
    after = page[page.length - 1]?.place;
    if (page.length < READ) return lines;
  }
}

function lineOf(row: Receipt, unit: Unit | undefined, link: string, whole: boolean): PhoneLine {
  const numbers = (...all: (string | undefined)[]) =>
    // A second mobile number stands among the landlines.
    all.flatMap((one) => (one ? [whole ? one : one.replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, maskMobile)] : []));
  const seat = unit?.seats.main ?? null;
  const named = seat ? undefined : unit?.contacts.find(({ kind }) => kind === 'liaison');
  const head = unit?.contacts.find(({ kind }) => kind === 'head');
  const person = seat ?? named;
  const label = receiptLabel(row.ask, row.state);
  return {
    region: row.region,
    unitName: row.unitName,
    liaison: seat ? seat.name : named ? `${named.name}（未登记）` : '（无联络员）',
    phones: numbers(person?.phone, person?.landline || unit?.landline),
    head: head ? `${head.name} ${head.position}`.trim() : '',
    headPhones: head ? numbers(head.phone, head.landline) : [],
    note: row.head === 'told' ? `${label}，已告知负责人` : label,
    link,
    named: whole && unit ? namedOf(unit, seat?.openid, named, head) : [],
  };
}

function namedOf(unit: Unit, openid: string | undefined, ...contacts: (Contact | undefined)[]): Named[] {
  return [
    ...(openid ? [{ collection: 'people' as const, subjectId: openid, unitId: unit._id }] : []),
    ...contacts.flatMap((one) =>
      one?.phone ? [{ collection: 'contacts' as const, subjectId: contactKey(one), unitId: unit._id }] : [],
    ),
  ];
}

/** Links that still open, by unit; each is its liaison's own. */
async function linksOf(noticeId: string, seated: Unit[], now: Date): Promise<Map<string, string>> {
  const ids = seated.flatMap(({ _id, seats }) =>
    seats.main ? [linkId(noticeId, _id, seats.main.openid)] : [],
  );
  const found = await links.byIds(ids);
  return new Map(found.filter(({ expiresAt }) => expiresAt > now).map(({ unitId, url }) => [unitId, url]));
}
