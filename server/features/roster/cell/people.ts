import type { PersonColumn } from '@contract/roster';
import { numbersIn, POWER_CUT, type Numbers } from './phone';
import { isBlank, tidyText } from './text';

/** Somebody of the unit as the row has it; empty texts are not said. */
export type Somebody = Record<PersonColumn, string>;

export interface ReadPeople {
  people: Somebody[];
  notes: string[];
  faults: string[];
}

const nobody = (): Somebody => ({ name: '', position: '', phone: '', landline: '', email: '', wechat: '' });

/** The people one group of columns names: usually one, now and then two in a cell, with numbers in the name's cell. */
export function peopleIn(cells: Partial<Record<PersonColumn, string>>, label: string): ReadPeople {
  const said = (column: PersonColumn) => {
    const text = tidyText(cells[column] ?? '');
    return isBlank(text) ? '' : text;
  };
  const notes: string[] = [];
  const faults: string[] = [];
  const people = namesIn(said('name'));
  const typed = isBlank(cells.phone ?? '') ? '' : (cells.phone ?? '');
  const phone = sharedOut(people, typed) ? numbersIn('') : numbersIn(typed);
  const anything = (['position', 'phone', 'landline', 'email', 'wechat'] as const).some(said);
  if (people.length === 0) {
    if (anything) notes.push(`${label}只有电话等、没有姓名，这几格没有导入`);
    return { people: [], notes, faults };
  }
  share(people, phone, label, notes, faults);
  const landline = said('landline');
  const [first] = people;
  if (first) {
    const beside = numbersIn(landline);
    if (landline && beside.mobiles[0] && !first.phone && beside.landlines.length === 0)
      first.phone = beside.mobiles[0];
    else if (landline) first.landline = [landline, first.landline].filter(Boolean).join('、');
  }
  for (const column of ['position', 'email', 'wechat'] as const) spread(people, column, said(column));
  return { people, notes, faults };
}

/** As many numbers, or pairs of them, as people: each has the one in its place, be it a landline. */
function sharedOut(people: Somebody[], typed: string): boolean {
  const parts = typed
    .normalize('NFKC')
    .split(/[、,;/|\n]+/)
    .map((part) => numbersIn(part));
  const each = parts.every(
    ({ mobiles, landlines, masked, rest }) =>
      !rest && mobiles.length + masked.length <= 1 && mobiles.length + masked.length + landlines.length > 0,
  );
  if (people.length < 2 || parts.length !== people.length || !each) return false;
  people.forEach((person, i) => {
    const { mobiles = [], masked = [], landlines = [] } = parts[i] ?? {};
    person.phone ||= mobiles[0] ?? masked[0] ?? '';
    if (landlines.length > 0) person.landline = [person.landline, ...landlines].filter(Boolean).join('、');
  });
  return true;
}

/** What a post in an office ends with. */
const POST =
  /(主任|科长|处长|部长|股长|局长|所长|站长|队长|厂长|矿长|校长|院长|班长|经理|总监|主管|专员|秘书|文员|书记|助理|干事|科员|职员|会计|出纳|工程师|董事长|总裁|主席|馆长)$/;
/** In brackets behind a name, and no post. */
const ASIDE = /^(主|副|正|[ab]|[ab]岗|联络员|副联络员|主联络员|未登记|微信同号|同微信|手机|电话|女|男)$/i;

/** 王某 李某 · 王某/李某 · 王某13900001234、李某13800001234 · 王某（主任）. */
function namesIn(text: string): Somebody[] {
  if (!text) return [];
  const parts = text
    .split(/[、,，;；/|\n]+|和(?=[\u4e00-\u9fff]{2,3}$)/)
    .flatMap((part) => words(part.trim()));
  const people: Somebody[] = [];
  for (const part of parts) {
    const { mobiles, landlines, masked } = numbersIn(part);
    const bracket = /\(([^()]*)\)/.exec(part)?.[1] ?? '';
    const name = tidyText(part.replace(/\([^()]*\)/g, ' ').replace(/[\d+*:：\-—–.]+/g, ' '))
      .replace(/(?:电话|手机|联系方式)$/, '')
      .trim();
    const last = people[people.length - 1];
    const number = mobiles[0] ?? masked[0] ?? '';
    if (last && !last.position && POST.test(name) && name.length > 2 && !number) {
      last.position = name;
      continue;
    }
    if (!name) {
      if (last && number && !last.phone) last.phone = number;
      continue;
    }
    const position = /\d/.test(bracket) || ASIDE.test(bracket) ? '' : bracket;
    people.push({ ...nobody(), name, position, phone: number, landline: landlines[0] ?? '' });
  }
  return people;
}

/** Spaces divide people, but 王 某 is one name written wide, and Latin names have spaces. */
function words(part: string): string[] {
  const pieces = part.split(' ').filter(Boolean);
  if (pieces.length < 2) return pieces;
  const han = (piece: string) => /^[\u3400-\u9fff·]+$/.test(piece.replace(/[\d()*+:-]/g, ''));
  if (pieces.length <= 3 && pieces.every((piece) => /^[\u3400-\u9fff]$/.test(piece)))
    return [pieces.join('')];
  return pieces.some((piece) => /[A-Za-z]/.test(piece)) || !pieces.some(han) ? [part] : pieces;
}

/** Numbers to people in their order; somebody with two keeps the second as a further number. */
function share(
  people: Somebody[],
  { mobiles, landlines, rest, masked }: Numbers,
  label: string,
  notes: string[],
  faults: string[],
): void {
  const all = [...mobiles, ...masked];
  if (POWER_CUT.test(rest))
    faults.push(`${label}手机“${rest}”被Excel写成了科学计数，少了后几位；请把这一列设成文本后重填`);
  else if (/\d{5,}/.test(rest) || (rest && all.length + landlines.length === 0))
    faults.push(`${label}手机“${rest}”不是11位手机号码，也不像固定电话`);
  people.forEach((person, i) => {
    if (!person.phone) person.phone = all[i] ?? '';
  });
  const more = all.slice(people.length).filter((number) => !people.some(({ phone }) => phone === number));
  const last = people[people.length - 1];
  if (last && more.length > 0) {
    last.landline = [last.landline, ...more].filter(Boolean).join('、');
    notes.push(`${last.name}有${more.length + 1}个手机号，第一个作手机，其余记在电话里`);
  }
  if (people.length > 1)
    notes.push(`${label}一格写了${people.length}人：${people.map(({ name }) => name).join('、')}`);
  const [first] = people;
  if (first && landlines.length > 0)
    first.landline = [first.landline, ...landlines].filter(Boolean).join('、');
}

function spread(people: Somebody[], column: 'position' | 'email' | 'wechat', text: string): void {
  if (!text) return;
  const parts = people.length > 1 ? text.split(/[、,，;；/\s]+/).filter(Boolean) : [text];
  people.forEach((person, i) => {
    const part = parts[i] ?? '';
    if (part) person[column] = part;
  });
}
