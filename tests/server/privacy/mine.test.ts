import {
  cloud,
  makeFiling,
  makeLiaison,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  someForm,
  stranger,
} from '../../support';
import { isStored, makeFormer, makePicture } from './persons';

type Caller = Awaited<ReturnType<typeof makePerson>>;

async function all(who: Caller) {
  const sections = [];
  let calls = 0;
  for (let cursor: string | undefined; ;) {
    const page = await who.ask('privacy.mine', cursor ? { cursor } : {});
    expect(JSON.stringify(page).length).toBeLessThan(200_000);
    sections.push(...page.sections);
    calls += 1;
    expect(calls).toBeLessThan(60);
    if (page.next === null) return { sections, text: JSON.stringify(sections), calls };
    cursor = page.next;
  }
}
const most = async () =>
  Math.max(
    ...(await cloud.invocations())
      .filter(({ action }) => action === 'privacy.mine')
      .map(({ requests }) => requests.length),
  );

describe('privacy.mine', () => {
  it('has nothing for a stranger', async () => {
    expect(await stranger().fails('privacy.mine', {})).toMatchObject({ code: 'stranger' });
  });

  it.each(['x', 'nothing.', 'view.x', 'upload.2026-99', '.'])(
    'names the field when the place %s is none',
    async (cursor) => {
      expect(await (await makePerson()).fails('privacy.mine', { cursor })).toEqual({
        code: 'invalid',
        field: 'cursor',
        message: '翻页位置不正确',
      });
    },
  );

  it('holds what was filled in, in words, and pictures that can be fetched', async () => {
    const { person, photo, unit } = await makeFormer();
    const { sections, text } = await all(person);
    for (const words of [
      '示例乙',
      '19900005678',
      '2026-11版',
      `登记：${unit.name}`,
      '国有企业',
      '2008-07-01 至 今 示例一矿 办公室',
      '协会联备〔2026〕7号',
      '2026-01-05 08:00 至 2026-10-05 08:00',
      '已终止',
    ])
      expect(text).toContain(words);
    for (const section of sections)
      for (const { label, value } of section.rows) {
        expect(label).toMatch(/[\u4e00-\u9fff]|^\d{4}-\d\d-\d\d/);
        expect(value).not.toMatch(/undefined|null|\[object/);
      }
    const picture = sections.flatMap(({ rows }) => rows).find(({ label }) => label === '照片')?.value ?? '';
    expect((await fetch(picture)).ok).toBe(true);
    expect(await isStored(photo.fileId)).toBe(true);
    expect(await most()).toBeLessThanOrEqual(6);
  });

  it('holds receipts, deeds, views and handovers, and nothing of anybody else', async () => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    const other = await makeLiaison(unit, { name: '示例别人' });
    const stamp = { at: new Date(NOW), openid: liaison.openid, name: '示例联络员', channel: 'self' as const };
    for (let i = 0; i < 60; i += 1) {
      const notice = await makeNotice({ title: `通知第${i}号` });
      const mine = i % 2 === 0;
      await makeReceipt(notice, unit, {
        state: 'opened',
        opened: mine ? stamp : { ...stamp, openid: other.openid, name: '示例别人' },
      });
    }
    const staff = await makeStaff('editor', '示例编辑');
    await staff.change('directory.reveal', { unitId: unit._id, kind: 'main' });
    await liaison.change('file.ticket', { use: 'photo', name: '我.png', size: 9 });
    const { text, sections } = await all(liaison);
    expect(text.match(/通知第\d+号/g)).toHaveLength(30);
    expect(text).not.toContain('通知第1号');
    expect(text).not.toContain('示例别人');
    expect(text).toContain('示例编辑（秘书处信息编辑） 查看了您的手机号');
    expect(text).toContain('上传文件 · 申请上传');
    expect(sections.find(({ title }) => title === '本人')?.rows).toContainEqual({
      label: '现任席位',
      value: `${unit.name} 联络员，2026-11-23 09:00起`,
    });
    expect(await most()).toBeLessThanOrEqual(6);
  });

  it('pages through many registrations, files and deeds without loss', async () => {
    const person = await makePerson();
    for (let i = 0; i < 12; i += 1)
      await makeFiling(await makeUnit({ name: `示例第${i}矿业有限公司` }), {
        openid: person.openid,
        open: false,
        state: 'refused',
        form: someForm(),
      });
    for (let i = 0; i < 53; i += 1)
      await cloud.insert('uploads', [
        {
          _id: `u-${i}`,
          owner: person.openid,
          use: 'photo',
          name: `第${i}张.png`,
          size: 1,
          cloudPath: 'x',
          fileId: null,
          createdAt: new Date(Date.parse(NOW) + Math.floor(i / 2)),
        },
      ]);
    await cloud.insert(
      'audits',
      Array.from({ length: 130 }, (_, i) => ({
        _id: `deed-${i}`,
        at: new Date(Date.parse(NOW) - i * 60_000),
        openid: person.openid,
        action: 'notice.open',
        collection: 'receipts',
        subjectId: 'r',
      })),
    );
    const { text, sections } = await all(person);
    expect(sections.filter(({ title }) => title.startsWith('登记：'))).toHaveLength(12);
    expect(new Set(text.match(/第\d+张\.png/g)).size).toBe(53);
    expect(text.match(/通知 · 打开/g)).toHaveLength(130);
  });

  it('gives no openid and no internal key', async () => {
    const { person, photo, record } = await makeFormer();
    await makePicture(person.openid, 'photo');
    const { text } = await all(person);
    for (const secret of [person.openid, photo._id, record._id]) expect(text).not.toContain(secret);
  });
});
