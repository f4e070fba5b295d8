import type { Contact } from '@contract/unit';
import { cloud, makeOffice, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';
import { makeReceipt } from '../../support';
import { laddered, missingUnit, RUNG, runAt } from './ladders';
import { manyReceipts, manyUnits } from './many';

const head: Contact = {
  kind: 'head',
  name: '示例丁',
  position: '总经理',
  phone: '19900009876',
  landline: '029-88880001',
  email: '',
  wechat: '',
};

describe('notice.heads', () => {
  it('turns strangers and liaisons away', async () => {
    expect(await stranger().fails('notice.heads', {})).toMatchObject({ code: 'stranger' });
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('notice.heads', {})).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{ noticeId: 'a b' }, 'noticeId'],
    [{ show: 'all' }, 'show'],
    [{ cursor: 7 }, 'cursor'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('notice.heads', given)).toMatchObject({ code: 'invalid', field });
  });

  it('says so when the notice is gone, and is empty where nobody is that far', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('notice.heads', { noticeId: 'notice-x' })).toMatchObject({ code: 'missing' });
    expect(await staff.ask('notice.heads', {})).toEqual({ heads: [], next: null });
    const notice = await laddered();
    expect((await staff.ask('notice.heads', { noticeId: notice._id })).heads).toEqual([]);
  });

  it('after the last rung lists the units still missing, with head, words to copy and a masked number', async () => {
    await makeOffice();
    const notice = await laddered();
    const { unit } = await missingUnit(notice, 0, { name: '示例一矿有限公司', contacts: [head] });
    await makeReceipt(notice, await makeUnit({ name: '示例二矿有限公司' }));
    await missingUnit(notice, 0, { name: '示例三矿有限公司' }, { state: 'confirmed', done: true });
    await runAt(RUNG.head);
    const staff = await makeStaff('finance');
    const { heads } = await staff.ask('notice.heads', { noticeId: notice._id });
    expect((await requestsOf('notice.heads')).length).toBeLessThanOrEqual(4);
    expect(heads.map(({ unitName }) => unitName).sort()).toEqual(['示例一矿有限公司', '示例二矿有限公司']);
    expect(heads.find(({ unitId }) => unitId === unit._id)).toMatchObject({
      noticeId: notice._id,
      title: '关于报送四季度信息的通知',
      region: '西安',
      liaison: '示例联络员',
      dueText: '已超期5天',
      head: { name: '示例丁', position: '总经理', phone: '199****9876' },
      text: expect.stringContaining('示例丁总经理，您好！我会《关于报送四季度信息的通知》已于11月26日'),
      told: null,
    });
    expect(heads.find(({ unitName }) => unitName === '示例二矿有限公司')).toMatchObject({
      head: null,
      liaison: '',
      text: expect.stringContaining('示例二矿有限公司负责人，您好！'),
    });
    expect((await staff.ask('notice.heads', {})).heads).toHaveLength(2);
    expect(await staff.ask('home.office', {})).toMatchObject({ heads: 2 });
    const key = heads.find(({ head: one }) => one)?.head?.key ?? '';
    expect(await staff.change('directory.reveal', { unitId: unit._id, key })).toEqual({
      phone: '19900009876',
    });
    expect(await cloud.find('audits', { action: 'directory.reveal' })).toHaveLength(1);
  });

  it('is read page by page, none twice and none lost, of one notice and of all', async () => {
    const [a, b] = [await laddered({ _id: 'notice-a' }), await laddered({ _id: 'notice-b' })];
    const units = await manyUnits(40);
    for (const notice of [a, b]) await manyReceipts(notice, units, () => ({ head: 'due' }));
    const staff = await makeStaff();
    const every = async (noticeId?: string) => {
      const found: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await staff.ask('notice.heads', {
          ...(noticeId && { noticeId }),
          ...(cursor && { cursor }),
        });
        found.push(...page.heads.map((one) => `${one.noticeId}_${one.unitId}`));
        if (page.next === null) return found;
        cursor = page.next;
      }
    };
    expect(new Set(await every()).size).toBe(80);
    expect(await every()).toHaveLength(80);
    expect(await every('notice-a')).toHaveLength(40);
  });
});
