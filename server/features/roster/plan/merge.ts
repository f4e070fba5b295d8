import * as v from 'valibot';
import { levelAgrees, unitFields, type UnitForm } from '@contract/unit';
import { tidyName } from '../../../kit/search';
import { levelOf, natureOf, postOf } from '../cell/choices';
import { dayOf } from '../cell/date';
import { isBlank, keyOf, tidyText } from '../cell/text';
import { cellsOf, type Hosts, type Shown } from '../sheet/cells';
import type { RosterRow } from '../workbook/body';
import { planContacts } from './contacts';

export interface Merged {
  /** Fields that become another value; all of them for a new unit. */
  set: Partial<UnitForm>;
  notes: string[];
  faults: string[];
}

export interface Rules {
  hosts: Hosts;
  /** Today in Shanghai, `YYYY-MM-DD`. */
  today: string;
  from1904: boolean;
  /** Words for what a new unit's row leaves empty. */
  defaults: Partial<Record<string, string>>;
}

const TEXTS = [
  'short',
  'address',
  'region',
  'industry',
  'legalRep',
  'landline',
  'fax',
  'website',
  'email',
] as const;
const NAMES: string[] = ['short', 'region', 'industry'];

/**
 * What a row says of a unit, `null`: of a new one. A cell that reads as our own export would write it changes nothing,
 * an empty one neither: a roster never empties a field.
 */
export function merge(row: RosterRow, unit: Shown | null, rules: Rules): Merged {
  const shown = unit ? cellsOf(unit, rules.hosts, (phone) => phone) : {};
  const said = (field: string): string => {
    const text = row.cells[field]?.text ?? '';
    return isBlank(text) && keyOf(text) !== keyOf(shown[field] ?? '') ? '' : text;
  };
  const differs = (field: string): string => {
    // The line over a part of the sheet says where new units are; of one that is there it changes nothing.
    const over = field === 'region' ? row.section : undefined;
    const text = said(field) || (unit ? '' : (over ?? rules.defaults[field] ?? ''));
    return text && keyOf(text) !== keyOf(shown[field] ?? '') ? text : '';
  };
  const merged: Merged = { set: {}, notes: [], faults: [] };
  for (const field of TEXTS) {
    const text = differs(field);
    if (text) merged.set[field] = NAMES.includes(field) ? tidyName(text) : tidyText(text);
  }
  const code = differs('creditCode');
  if (code) merged.set.creditCode = keyOf(code).toUpperCase();
  const beside = said('postCode') ? '' : postCodeIn(merged.set.address ?? '');
  if (beside) merged.set.address = merged.set.address?.replace(POST_CODE, '');
  if (merged.set.address !== undefined && unit && keyOf(merged.set.address) === keyOf(unit.address))
    delete merged.set.address;
  const postCode = beside || differs('postCode');
  // A number loses the nought it begins with.
  if (postCode) merged.set.postCode = keyOf(postCode).replace(/^\d{5}$/, '0$&');
  const tags = differs('tags');
  if (tags)
    merged.set.tags = [
      ...new Set(
        tidyText(tags)
          .split(/[、,，;；/|\s]+/)
          .filter(Boolean),
      ),
    ];
  if (!unit && row.section && !said('region')) merged.notes.push(`地区按上面的小标题“${row.section}”填写`);
  takePost(merged, differs('post'));
  takeHosts(merged, differs('hosts'), rules.hosts);
  takeDay(merged, row, differs('joinedOn'), rules);
  takeNature(merged, differs('nature'), differs('stateLevel'), unit, rules);
  takePeople(merged, said, unit, shown);
  check(merged, unit, said);
  return merged;
}

/** 示例路1号（710000）, 示例路1号 邮编710000. */
const POST_CODE = /\s*[(（]?\s*(?:邮编|邮政编码)?\s*[:：]?\s*(?<!\d)(\d{6})\s*[)）]?$/;
const postCodeIn = (address: string): string => POST_CODE.exec(address)?.[1] ?? '';

function takePost(merged: Merged, text: string): void {
  if (!text) return;
  const post = postOf(text);
  if (post) merged.set.post = post;
  else merged.faults.push(`协会职务“${text}”不认识，应为会长、副会长、常务理事、理事或会员单位`);
}

function takeHosts(merged: Merged, text: string, hosts: Hosts): void {
  if (!text) return;
  const words = tidyText(text)
    .split(/[、,，;；/|\s]+/)
    .filter(Boolean);
  const found = words.map((word) =>
    hosts.find(({ id, name, short }) => [id, name, short].some((one) => keyOf(one) === keyOf(word))),
  );
  const unknown = words.find((_word, i) => !found[i]);
  if (unknown) merged.faults.push(`没有名为“${unknown}”的主办方`);
  else merged.set.hosts = [...new Set(found.flatMap((host) => host?.id ?? []))];
}

function takeDay(merged: Merged, row: RosterRow, text: string, { today, from1904 }: Rules): void {
  const cell = row.cells.joinedOn;
  if (!text || !cell) return;
  const day = dayOf(cell, from1904);
  if (!day) merged.faults.push(`入会时间“${text}”看不明白，应如2019-05-01`);
  else if (day > today) merged.faults.push(`入会时间“${text}”晚于今天`);
  else merged.set.joinedOn = day;
}

function takeNature(
  merged: Merged,
  typed: string,
  typedLevel: string,
  unit: Shown | null,
  { defaults }: Rules,
): void {
  if (!typed && !typedLevel) return;
  const read = typed ? natureOf(typed) : unit && { nature: unit.nature, level: null };
  if (typed && !read) return void merged.faults.push(`单位性质“${typed}”不认识`);
  if (!read) return;
  merged.set.nature = read.nature;
  const level =
    levelOf(typedLevel) ??
    read.level ??
    (unit?.nature === 'state' ? unit.stateLevel : levelOf(defaults.stateLevel ?? ''));
  merged.set.stateLevel = read.nature === 'state' ? level : null;
  if (read.nature === 'state' && typedLevel && !levelOf(typedLevel))
    merged.faults.push(`国企级别“${typedLevel}”不认识，应为央企、省企、市企或县（区）企`);
}

function takePeople(
  merged: Merged,
  said: (field: string) => string,
  unit: Shown | null,
  shown: Record<string, string>,
): void {
  const { contacts, notes, faults } = planContacts(said, unit, shown);
  merged.notes.push(...notes);
  merged.faults.push(...faults);
  if (JSON.stringify(contacts) !== JSON.stringify(unit?.contacts ?? [])) merged.set.contacts = contacts;
}

/** By the very schemas the edit page is held to; fields that were there before are not the row's fault. */
function check(merged: Merged, unit: Shown | null, said: (field: string) => string): void {
  const set = merged.set as Record<string, unknown>;
  for (const [field, schema] of Object.entries(unitFields)) {
    const told = !(field in set) && said(field) !== '';
    if (field === 'name' || told || (unit && !(field in set))) continue;
    const parsed = v.safeParse(schema, set[field], { abortEarly: true });
    if (!parsed.success)
      merged.faults.push(
        `${parsed.issues[0].message}${unit || set[field] ? '' : '（名册里没有，可以统一填写）'}`,
      );
    else if (unit && JSON.stringify(parsed.output) === JSON.stringify(unit[field as keyof UnitForm]))
      Reflect.deleteProperty(set, field);
    else set[field] = parsed.output;
  }
  const whole = { ...unit, ...merged.set };
  if (
    whole.nature &&
    !levelAgrees(whole.nature, whole.stateLevel) &&
    ('nature' in set || 'stateLevel' in set)
  )
    merged.faults.push('国有企业请注明级别：央企、省企、市企或县（区）企');
}
