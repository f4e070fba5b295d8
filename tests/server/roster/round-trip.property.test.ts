import fc from '../../support/fast-check';
import type { Contact, UnitForm } from '@contract/unit';
import { contactKinds, natures, posts } from '@contract/unit';
import { searchFields } from '@server/kit/search';
import { cloud, makeOffice, makeSeatedUnit, makeStaff, makeUnit, NOW } from '../../support';
import { planned, rowsOf } from './books';

/** Characters that hurt: separators, brackets, formula signs, full width, emoji, what looks like a number or nobody. */
const odd = fc.constantFrom(
  '、',
  '，',
  '/',
  '；',
  ' ',
  '（',
  '）',
  '(',
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  '<',
  '&',
  '９',
  'Ａ',
  '😀',
  '矿',
  '某',
  '无',
  '1',
  '0',
  '.',
  '|',
  '\\',
  '_x0041_',
  '·',
  '１３９',
);
const words = (max: number) =>
  fc
    .array(odd, { minLength: 1, maxLength: max })
    .map((list) => [...list.join('').trim()].slice(0, max).join(''))
    .filter((text) => text.trim() !== '');
const maybe = <T>(some: fc.Arbitrary<T>, empty: T) => fc.oneof(fc.constant(empty), some);
const phone = fc.integer({ min: 13000000000, max: 19999999999 }).map(String);

const contact: fc.Arbitrary<Contact> = fc.record({
  kind: fc.constantFrom(...(Object.keys(contactKinds) as Contact['kind'][])),
  name: words(8),
  position: maybe(words(10), ''),
  phone: maybe(phone, ''),
  landline: maybe(fc.oneof(words(12), fc.constant('029-88880000转8')), ''),
  email: maybe(words(10), ''),
  wechat: maybe(words(10), ''),
});

const form: fc.Arbitrary<Partial<UnitForm>> = fc.record({
  short: maybe(words(10), ''),
  nature: fc.constantFrom(...(Object.keys(natures) as UnitForm['nature'][]).filter((one) => one !== 'state')),
  stateLevel: fc.constant(null),
  address: words(20),
  region: words(6),
  industry: words(6),
  post: fc.constantFrom(...(Object.keys(posts) as UnitForm['post'][])),
  postCode: fc.integer({ min: 0, max: 999999 }).map((n) => String(n).padStart(6, '0')),
  legalRep: maybe(words(8), ''),
  landline: maybe(words(12), ''),
  fax: maybe(words(12), ''),
  website: maybe(words(12), ''),
  tags: fc.uniqueArray(words(6), { maxLength: 5 }),
  joinedOn: maybe(fc.constantFrom('2019-05-01', '1998-12-31'), null),
  contacts: fc.array(contact, { maxLength: 12 }),
});

it('our own roster comes back as 无变化 entirely', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(form, { minLength: 1, maxLength: 8 }), async (forms) => {
      await cloud.reset();
      await cloud.clock.set(NOW);
      await makeOffice();
      const staff = await makeStaff();
      for (const [i, one] of forms.entries()) {
        const name = `示例（集团）${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}公司=${i}`;
        const id = `unit-trip-${i}`;
        const unit = { ...one, name, _id: id };
        const found = searchFields({ ...unit, short: one.short ?? '', region: one.region ?? '' }, id);
        await (i % 3 === 0
          ? makeSeatedUnit({ ...unit, sortKey: found.sortKey })
          : makeUnit({ ...unit, sortKey: found.sortKey }));
      }
      const { url } = await staff.change('roster.export', { kind: 'roster' });
      const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
      const { importId, counts } = await planned(staff, bytes);
      const others = await Promise.all(
        (['new', 'changed', 'suspect', 'wrong', 'skipped'] as const).map((kind) =>
          rowsOf(staff, importId, kind),
        ),
      );
      expect(others.flat()).toEqual([]);
      expect(counts.unchanged).toBe(forms.length);
    }),
    { numRuns: 12 },
  );
}, 600_000);
