import { makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';
import { items, makeDigest } from './world';

const INPUT = { day: '2026-11-23', key: 'vacant' as const };

describe('digest.items', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    await makeDigest();
    expect(await stranger().fails('digest.items', INPUT)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('digest.items', INPUT)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('digest.items', INPUT)).toEqual({
      count: 0,
      items: [],
      next: null,
    });
  });

  it.each([
    [{ key: 'vacant' }, 'day', '请选择日期'],
    [{ ...INPUT, key: 'phones' }, 'key', '没有这一项'],
    [{ ...INPUT, cursor: ['50'] }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('digest.items', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says that the day has none', async () => {
    expect(await (await makeStaff()).fails('digest.items', INPUT)).toEqual({
      code: 'missing',
      message: '这天没有早报，或已超过保存期限',
    });
  });

  it('gives everything the line counted, page by page', async () => {
    const staff = await makeStaff();
    await makeDigest({ lines: [{ key: 'vacant', count: 130, items: items(130) }] });
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff.ask('digest.items', { ...INPUT, ...(cursor && { cursor }) });
      expect(page.count).toBe(130);
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(names).toEqual(items(130).map(({ name }) => name));
    expect(await requestsOf('digest.items')).toHaveLength(2);
    expect(await staff.ask('digest.items', { ...INPUT, cursor: 'nowhere' })).toMatchObject({ count: 130 });
  });
});
