import { erasureDrops, erasureKeeps } from '@contract/privacy';
import { standingWords } from '@server/kit/review-queue';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cloud, makeOffice, makePerson, NOW, requestId } from '../../support';
import { planned, bookOf, HEADERS, rowOf } from '../roster/books';
import { CANARY, filesWith, rowsWith, SECRETS, standsEverywhere, stored } from './erased-world';

/** Where the name stays, and the words of what is told to stay (contract/privacy.ts) that say so. */
const KEPT: [place: RegExp, told: string][] = [
  [/^filings\.form\.name$/, '姓名'],
  [/^(people|erasures|corrections)\.name$/, '姓名'],
  [/^receipts\.(form\.answers\.\w+|confirmed\.name|answered\.name|opened\.name)$/, '回执'],
  [/^fills\.entries\.name$/, '群接龙'],
  [/^handovers\.(leaver\.name|history\.by)$/, '交接'],
  [/^proxies\.lender\.name$/, '代理'],
  [/^attachments\.name$/, '办理记录'],
];

async function erased() {
  await makeOffice();
  const world = await standsEverywhere();
  const { erasureId } = await world.person.change('privacy.requestErasure', {
    reason: `请删除${SECRETS[0] ?? ''}`,
  });
  const before = { files: await stored(), rows: await rowsWith(SECRETS[0] ?? '') };
  const decide = (id: string) => world.staff.change('privacy.decide', { erasureId, decision: 'agree' }, id);
  return { ...world, erasureId, before, decide };
}

describe('an erasure that is carried out', () => {
  it('leaves number, mail and WeChat id in no row and no file, the name where it is told to stay', async () => {
    const { decide, before } = await erased();
    // Else nothing would be shown by finding nothing.
    expect(before.rows.length).toBeGreaterThan(12);
    expect((await filesWith(SECRETS[0] ?? '')).length).toBeGreaterThan(6);
    const id = requestId();
    await decide(id);
    for (const secret of SECRETS) {
      expect({ secret, rows: await rowsWith(secret) }).toEqual({ secret, rows: [] });
      expect({ secret, files: await filesWith(secret) }).toEqual({ secret, files: [] });
    }
    expect(await filesWith(CANARY)).toEqual([]);
    const names = await rowsWith(CANARY);
    expect(names.filter((place) => !KEPT.some(([known]) => known.test(place)))).toEqual([]);
    for (const place of ['fills.entries.name', 'filings.form.name', 'people.name'])
      expect(names).toContain(place);
    const told = erasureKeeps.map(([what]) => what).join();
    for (const [, words] of KEPT) expect(told).toContain(words);
  });

  it('changes nothing the second time, and leaves the colleague and the answers standing', async () => {
    const { decide, unit } = await erased();
    const id = requestId();
    await decide(id);
    const all = async () =>
      JSON.stringify(
        await Promise.all(
          ['units', 'receipts', 'outbox', 'imports', 'exports'].map((name) => cloud.find(name, {})),
        ),
      );
    const once = await all();
    await decide(id);
    expect(await all()).toBe(once);
    const [row] = await cloud.find('units', { _id: unit._id });
    expect(row?.contacts).toMatchObject([{ name: '示例会计', phone: '19911110000' }]);
    expect(row?.people).toBe('示例会计');
    const forms = (await cloud.find('receipts', {})).flatMap(
      ({ form }) => (form as { answers: object } | null)?.answers ?? [],
    );
    expect(forms).toEqual([
      { q1: 1, q2: [CANARY, '司机（已删除）'], q3: ['住'], q4: `${CANARY}开车，电话（已删除），（已删除）` },
    ]);
    expect(await cloud.find('outbox', { openid: '' })).toMatchObject([
      { _id: 'waits', data: {}, state: 'dropped' },
      { _id: 'sent', data: {}, state: 'sent' },
    ]);
    expect(await cloud.find('checks', {})).toMatchObject([
      { about: '回执表', name: '已删除个人信息的人员', open: true },
    ]);
  });

  it('says of an import whose files are gone what to do, and of a file that waited to be fetched', async () => {
    const { decide, staff } = await erased();
    await decide(requestId());
    const { imports } = await staff.ask('roster.list', {});
    for (const { importId } of imports) {
      expect(await staff.ask('roster.get', { importId })).toMatchObject({ importId });
      for (const [action, input] of [
        ['roster.rows', { kind: 'new' }],
        ['roster.rejects', {}],
        [
          'roster.plan',
          { sheets: [{ sheet: 0, columns: [{ column: 0, field: 'name' }] }], decisions: [], defaults: {} },
        ],
      ] as const)
        expect(['expired', 'closed']).toContain((await staff.fails(action, { importId, ...input })).code);
    }
    expect(imports).toHaveLength(2);
    const [first] = await cloud.find('exports', { kind: 'directory' });
    const again = { kind: 'directory', search: CANARY };
    expect(await staff.fails('roster.export', again, first?._id as string)).toMatchObject({
      code: 'expired',
    });
  });

  it('waits for an import that is running, and not for one that died', async () => {
    const { decide, staff, erasureId } = await erased();
    const { importId } = await planned(staff, bookOf({ 名册: [HEADERS, rowOf('示例丁公司')] }));
    const [row] = await cloud.find('imports', { _id: importId });
    await cloud.insert('imports', [
      { ...row, _id: 'running', order: '9', state: 'committing', committedAt: new Date(NOW) },
    ]);
    expect(await staff.fails('privacy.decide', { erasureId, decision: 'agree' })).toEqual({
      code: 'conflict',
      message: '正在导入或撤销名册，请等它完成后（几分钟）再办理这份申请',
    });
    expect((await staff.ask('privacy.requests', {})).requests).toMatchObject([{ state: 'erasing' }]);
    await cloud.clock.advance(3_700_000);
    await decide(requestId());
    expect(await rowsWith(SECRETS[0] ?? '')).toEqual([]);
  });

  it('touches nobody else of the same unit', async () => {
    const { decide, unit } = await erased();
    const other = await makePerson({ name: '示例丙', verifiedMobile: '19911112222' });
    const before = await rowsWith('19911112222');
    await decide(requestId());
    expect(await rowsWith('19911112222')).toEqual(before);
    expect(await other.ask('privacy.get', {})).toMatchObject({ verifiedMobile: '199****2222' });
    expect((await cloud.find('units', { _id: unit._id }))[0]).toMatchObject({
      name: unit.name,
      active: true,
    });
  });
});

it('what goes is told in words a person understands', () => {
  for (const words of ['名册', '暂存', '联系人', '提醒']) expect(erasureDrops.join()).toContain(words);
});

/** Whose words are looked over; whoever adds a kind says whether it stands without its writer. */
it('every kind of looked-over words is the office’s, a unit’s or a person’s', () => {
  const persons = [
    '登记表',
    '登记资料',
    '交接原因',
    '变更原因',
    '离任原因',
    '代理人姓名',
    '工作人员姓名',
    '删除申请的理由',
    '资料变更的审核意见',
    '登记的审核意见',
    '删除申请的答复',
  ];
  const root = path.resolve(__dirname, '../../../server');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const labels = [
    ...sources.matchAll(/'(?:forum|profile)',\s*'([^']+)'/g),
    ...sources.matchAll(/\? '(登记资料)' : '(填写的文字)'/g),
  ].flatMap(([, ...words]) => words);
  expect([...new Set(labels)].sort()).toEqual(
    [...standingWords.office, ...standingWords.units, ...persons].sort(),
  );
});
