import * as v from 'valibot';
import { mutation, query } from './action';
import { cursor, id, next, optionalText } from './fields';
import { seatKind } from './me';
import { contactKey, posts, seatNames, type Post } from './unit';

/** How the directory is laid out (D: by post, region and industry beside the units' names). */
export const layouts = { unit: '单位', region: '地区', industry: '行业', post: '协会职务' } as const;
export type Layout = keyof typeof layouts;

const person = { name: v.string(), position: v.string(), phone: v.string(), landline: v.string() };

/** One unit in the directory; mobile numbers masked unless the rulebook opens them to liaisons. */
export const directoryEntry = v.object({
  unitId: v.string(),
  name: v.string(),
  region: v.string(),
  industry: v.string(),
  post: v.picklist(Object.keys(posts) as Post[]),
  landline: v.string(),
  fax: v.string(),
  email: v.string(),
  seats: v.array(v.object({ kind: seatKind, ...person })),
  /** Named in the roster, not registered yet (未登记); only where the seat is empty. */
  unregistered: v.array(
    v.object({
      key: v.string(),
      kind: v.picklist(['liaison', 'deputy']),
      ...person,
    }),
  ),
});

export const directoryContract = {
  /**
   * 通讯录: units and their liaisons in the stored order of the layout. `search` matches name, short name, people,
   * initials, pinyin and the last digits of a number, then the layout is by unit. For staff and liaisons.
   */
  'directory.list': query(
    v.object({
      search: optionalText('搜索', 30),
      by: v.optional(v.picklist(Object.keys(layouts) as Layout[], '排列方式不正确'), 'unit'),
      region: optionalText('地区', 20),
      industry: optionalText('行业', 20),
      post: v.optional(v.picklist(Object.keys(posts) as Post[], '协会职务不正确')),
      cursor,
    }),
    v.object({ units: v.array(directoryEntry), seatNames, next }),
  ),

  /** Regions or industries there are, in the order of the directory: what its filters offer. */
  'directory.classes': query(
    v.object({ of: v.picklist(['region', 'industry'], '请选择地区或行业') }),
    v.object({
      names: v.array(v.string()),
      /** More than are named here. */
      more: v.boolean(),
    }),
  ),

  /** One number unmasked: of a seat, or of a contact by its key; logged, and the person can see it (decision D10). */
  'directory.reveal': mutation(
    v.pipe(
      v.object({ unitId: id('单位'), kind: v.optional(seatKind), key: v.optional(contactKey) }),
      v.forward(
        v.partialCheck([['kind'], ['key']], ({ kind, key }) => !kind !== !key, '请选择要查看的席位或联系人'),
        ['kind'],
      ),
    ),
    v.object({ phone: v.string() }),
  ),
};
