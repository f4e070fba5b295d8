import {
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { manyReceipts, manyUnits } from './many';

describe('notice.jielongText', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const notice = await makeNotice();
    await makeReceipt(notice, unit);
    const input = { noticeId: notice._id };
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.jielongText', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.jielongText', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.jielongText', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('notice.jielongText', input)).toMatchObject({ missing: 1 });
  });

  it.each([[{}], [{ noticeId: 3 }], [{ noticeId: { $gt: '' } }]])(
    'names the field that is wrong in %j',
    async (input) => {
      expect(await (await makeStaff()).fails('notice.jielongText', input)).toMatchObject({
        code: 'invalid',
        field: 'noticeId',
      });
    },
  );

  it('says so when the notice is gone', async () => {
    expect(await (await makeStaff()).fails('notice.jielongText', { noticeId: 'notice-gone' })).toMatchObject({
      code: 'missing',
    });
  });

  it('is read back as exactly the units that confirmed, themselves or through staff', async () => {
    const notice = await makeNotice();
    const units = await manyUnits(120);
    await manyReceipts(notice, units);
    const staff = await makeStaff('editor');
    const own = await makeLiaison(units[3] ?? (await makeUnit()));
    await own.change('notice.confirm', { noticeId: notice._id, unitId: units[3]?._id ?? '' });
    const filled = [7, 20, 119].map((i) => ({ unitId: units[i]?._id ?? '', name: `示例人${i}`, line: i }));
    await staff.change('notice.fillJielong', { noticeId: notice._id, entries: filled });
    const { confirmed, missing, pieces } = await staff.ask('notice.jielongText', { noticeId: notice._id });
    expect([confirmed, missing]).toEqual([4, 116]);
    expect((await requestsOf('notice.jielongText')).length).toBeLessThanOrEqual(5);
    expect(pieces[0]).toContain('《关于报送四季度信息的通知》');
    expect(pieces[0]).toContain(`2. ${units[7]?.name ?? ''} 示例人7 ✓`);
    const { lines } = await staff.ask('notice.matchJielong', {
      noticeId: notice._id,
      text: pieces.join('\n'),
    });
    const matched = lines
      .filter(({ result }) => result === 'matched')
      .map(({ candidates: [one] }) => one?.unitId);
    expect(matched).toEqual([3, 7, 20, 119].map((i) => units[i]?._id));
    expect(lines.filter(({ result }) => result !== 'matched' && result !== 'ignored')).toEqual([]);
  });
});
