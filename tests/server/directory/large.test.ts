import type { Layout } from '@contract/directory';
import type { Doc } from '@local-cloud';
import { searchFields } from '@server/kit/search';
import { cloud, makeOffice, makeStaff, makeUnit } from '../../support';

const COUNT = 20_000;
const regions = [...'甲乙丙丁戊己庚辛壬癸'].map((one) => `示${one}市`);
const industries = ['煤炭', '洗选', '电力', '机械'];
const posts = ['council', 'ordinary', 'standing'] as const;

/** Twenty thousand units; what they are found by is made once for every class and varied in the name's number. */
async function manyUnits(): Promise<void> {
  const first = await makeUnit({ _id: 'unit-base', active: false });
  for (let from = 0; from < COUNT; from += 2000) {
    const rows = Array.from({ length: 2000 }, (_, j) => {
      const i = from + j;
      const _id = `unit-${String(i).padStart(5, '0')}`;
      const fields = {
        name: `示例第${i}矿业有限公司`,
        short: '',
        region: regions[(i * 7) % regions.length] ?? '',
        industry: industries[(i * 3) % industries.length] ?? '',
        post: posts[i % posts.length],
        contacts: [
          {
            kind: 'liaison' as const,
            name: '示例人',
            position: '',
            phone: `1990000${String(i % 10_000).padStart(4, '0')}`,
            landline: '',
            email: '',
            wechat: '',
          },
        ],
      };
      return { ...first, _id, active: true, ...fields, ...searchFields(fields, _id) };
    });
    await cloud.insert('units', rows as unknown as Doc[]);
  }
}

describe('directory.list with 20,000 units', () => {
  it('gives every unit once in every layout, reading one page of documents a page', async () => {
    await makeOffice();
    await manyUnits();
    const staff = await makeStaff();
    const keys = { region: 'region', industry: 'industry', post: 'post' } as const;
    for (const by of ['unit', 'region', 'industry', 'post'] as Layout[]) {
      const seen = new Set<string>();
      const groups: string[] = [];
      let rows = 0;
      for (let cursor: string | undefined; ;) {
        const page = await staff.ask('directory.list', { by, cursor });
        for (const unit of page.units) {
          seen.add(unit.unitId);
          const group = by === 'unit' ? '' : unit[keys[by]];
          if (groups.at(-1) !== group) groups.push(group);
        }
        rows += page.units.length;
        if (!page.next) break;
        cursor = page.next;
      }
      expect([by, rows, seen.size]).toEqual([by, COUNT, COUNT]);
      // Each class stands together.
      expect(new Set(groups).size).toBe(groups.length);
    }
    const calls = (await cloud.invocations()).filter(({ action }) => action === 'directory.list');
    expect(Math.max(...calls.map(({ requests }) => requests.length))).toBe(3);
    const scanned = calls.flatMap(({ requests }) => requests.map((one) => one.scanned));
    expect(Math.max(...scanned)).toBeLessThanOrEqual(51);

    for (const [search, most] of [
      ['示例第19999', 1],
      ['0042', 2],
      ['19900000042', 2],
    ] as const) {
      const { units } = await staff.ask('directory.list', { search });
      expect(units.length).toBeGreaterThan(0);
      expect(units.length).toBeLessThanOrEqual(most);
    }
  }, 900_000);
});
