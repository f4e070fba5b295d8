import { posts } from '@contract/unit';
import { filings } from '../../../stores/filings';
import { seatsOf, type Unit } from '../../../stores/units';
import type { About } from './roster';
import { writeTable } from '../../../office/workbook';

const HEADERS = ['单位', '协会职务', '联络员', '职务', '办公电话', '手机', '传真', '邮箱', '微信号'];
const PAGE = 500;

type Reach = { email: string; wechat: string };

/** 通信联络表: a line for everybody who is liaison of a unit, registered or only named in the roster. */
export async function directoryBook(units: Unit[], { office, mark, phoneOf }: About): Promise<Buffer> {
  const reach = await reachOf(units);
  const rows = units.flatMap((unit) => linesOf(unit, reach, phoneOf));
  return writeTable({ sheet: '通信联络表', title: `${office}通信联络表`, mark, headers: HEADERS, rows });
}

function linesOf(unit: Unit, reach: Map<string, Reach>, phoneOf: About['phoneOf']): string[][] {
  const { name, post, landline, fax, email, seats, contacts } = unit;
  const line = (
    person: { name: string; position: string; phone: string; landline: string } & Partial<Reach>,
  ) => [
    name,
    posts[post],
    person.name,
    person.position,
    phoneOf(person.landline || landline),
    phoneOf(person.phone),
    fax,
    person.email || email,
    person.wechat ?? '',
  ];
  const lines = (['main', 'deputy'] as const).flatMap((kind) => {
    const seat = seats[kind];
    if (seat) return [line({ ...seat, ...reach.get(seat.filingId) })];
    const named = contacts.filter((contact) => contact.kind === (kind === 'main' ? 'liaison' : 'deputy'));
    return named.map((contact) => line({ ...contact, name: `${contact.name}（未登记）` }));
  });
  return lines.length > 0 ? lines : [line({ name: '（暂无联络员）', position: '', phone: '', landline: '' })];
}

/** Mail and WeChat name stand in the record behind the seat only. */
async function reachOf(units: Unit[]): Promise<Map<string, Reach>> {
  const ids = units.flatMap((unit) => seatsOf(unit).map(({ filingId }) => filingId));
  const found = new Map<string, Reach>();
  for (let i = 0; i < ids.length; i += PAGE)
    for (const { _id, form } of await filings.byIds(ids.slice(i, i + PAGE)))
      found.set(_id, { email: form.email ?? '', wechat: form.wechat ?? '' });
  return found;
}
