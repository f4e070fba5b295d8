import { shanghaiDay } from '@contract/rules/calendar';
import { scopes } from '@contract/rules/rights';
import type { Audit } from '../../stores/audits';
import { filings } from '../../stores/filings';
import { people, type Person } from '../../stores/people';
import { proxies, type Proxy } from '../../stores/proxies';

/** Proxies of one unit looked at for a page of its timeline. */
const MOST = 200;

/** Registrations of one unit looked at for the names of those not approved yet. */
const REGISTERED = 50;

export type Whose = (row: Pick<Audit, 'openid' | 'at'>) => string;

/**
 * As what somebody did what stands in a unit's timeline, as of the moment it was done. Two requests, a third where
 * somebody has no name yet: a person gets it with the approval, until then only the registration has one.
 */
export async function whoseOf(unitId: string, rows: Audit[]): Promise<Whose> {
  const openids = [...new Set(rows.map(({ openid }) => openid))].filter(Boolean);
  if (openids.length === 0) return () => '系统自动办理';
  const [found, lent] = await Promise.all([people.byIds(openids), proxies.acceptedBy(unitId, openids, MOST)]);
  const persons = new Map(found.map((person) => [person._id, person]));
  const sent = found.some(isUnnamed) ? await filings.ofUnit(unitId, REGISTERED) : [];
  return (row) => {
    if (!row.openid) return '系统自动办理';
    const person = persons.get(row.openid);
    if (!person) return '已不在册的人员';
    const post = person.staff ?? person.formerStaff;
    if (post) return `秘书处 ${post.name}`;
    if (isUnnamed(person)) {
      const name = sent.find(({ openid }) => openid === person._id)?.form.name;
      return name ? `登记人 ${name}` : '登记人';
    }
    const stoodIn = satAt(person, unitId, row.at) ? undefined : lent.find((proxy) => wasBy(proxy, row));
    return stoodIn ? `临时代理 ${person.name}（${termOf(stoodIn)}）` : `联络员 ${person.name}`;
  };
}

const isUnnamed = ({ name, staff, formerStaff }: Person): boolean => !name && !staff && !formerStaff;

const satAt = ({ seats }: Person, unitId: string, at: Date): boolean =>
  seats.some((seat) => seat.unitId === unitId && seat.since <= at);

/** Taken on before its first day, the acceptance itself is the proxy's too. */
const wasBy = (
  { proxy, acceptedAt, endedAt, to }: Proxy,
  { openid, at }: Pick<Audit, 'openid' | 'at'>,
): boolean =>
  proxy?.openid === openid &&
  acceptedAt !== null &&
  acceptedAt <= at &&
  (endedAt === null || at <= endedAt) &&
  shanghaiDay(at) <= to;

/** 11月23日至12月3日，代办通知、会议. */
const termOf = ({ from, to, scopes: lent }: Proxy): string => {
  const days = from === to ? `${monthDay(from)}当天` : `${monthDay(from)}至${monthDay(to)}`;
  return `${days}，代办${lent.map((one) => scopes[one]).join('、')}`;
};

const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
