import {
  cloud,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { manyUnits, scannedBy } from './many';

async function published() {
  const notice = await makeNotice();
  const first = await makeUnit({ name: '示例青岚矿业有限公司', short: '青岚矿业', people: '白小河' });
  const second = await makeUnit({
    name: '示例望川煤业有限公司',
    short: '望川',
    people: '温知秋',
    sortKey: 'w|2',
  });
  const outside = await makeUnit({
    name: '示例望川运输有限公司',
    short: '望川',
    people: '秋叶',
    sortKey: 'w|3',
  });
  const { unit: left } = await makeSeatedUnit({ name: '示例北屏煤业有限公司', short: '北屏', active: false });
  await makeReceipt(notice, first, { state: 'confirmed', done: true });
  await makeReceipt(notice, second);
  return { notice, first, second, outside, left, staff: await makeStaff('editor') };
}

describe('notice.matchJielong', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { notice } = await published();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const input = { noticeId: notice._id, text: '1. 白小河' };
    expect(await stranger().fails('notice.matchJielong', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.matchJielong', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.matchJielong', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('notice.matchJielong', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([
    [{ text: '1. 白小河' }, 'noticeId'],
    [{ noticeId: 'notice-x' }, 'text'],
    [{ noticeId: 'notice-x', text: ' \n ' }, 'text'],
    [{ noticeId: 'notice-x', text: '字'.repeat(20_001) }, 'text'],
    [{ noticeId: 'notice-x', text: { $ne: '' } }, 'text'],
  ])('names the field that is wrong in %#', async (input, field) => {
    expect(await (await makeStaff()).fails('notice.matchJielong', input)).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('says so when the notice is gone, or the text has too many lines', async () => {
    const { staff, notice } = await published();
    expect(await staff.fails('notice.matchJielong', { noticeId: 'notice-gone', text: '甲' })).toMatchObject({
      code: 'missing',
    });
    const text = Array.from({ length: 1001 }, (_, i) => `${i + 1}. 甲`).join('\n');
    expect(await staff.fails('notice.matchJielong', { noticeId: notice._id, text })).toMatchObject({
      code: 'invalid',
      field: 'text',
    });
  });

  it('tells for each line which unit it is, and how the notice stands with it', async () => {
    const { staff, notice, first, second, outside } = await published();
    const text =
      '#接龙\n1. 青岚矿业 白小河 +1\n2. 望川\n3. 温知秋\n4. 望川 秋叶\n5. 北屏\n6. 温知秋 请假\n7. 温知秋';
    const { lines } = await staff.ask('notice.matchJielong', { noticeId: notice._id, text });
    const offered = (unit: typeof first, why: string, receipt: string) => ({
      unitId: unit._id,
      unitName: unit.name,
      region: '西安',
      why,
      receipt,
    });
    expect(lines).toMatchObject([
      { line: 1, result: 'ignored', candidates: [] },
      {
        result: 'matched',
        raw: '1. 青岚矿业 白小河 +1',
        name: '白小河',
        extra: 1,
        candidates: [offered(first, 'short', 'confirmed')],
      },
      {
        result: 'ambiguous',
        candidates: [offered(second, 'short', 'missing'), offered(outside, 'short', 'outside')],
      },
      // Taken back three lines below.
      { result: 'ambiguous', candidates: [offered(second, 'person', 'missing')] },
      { result: 'matched', candidates: [offered(outside, 'short', 'outside')] },
      { result: 'unknown', candidates: [] },
      { result: 'ambiguous', doubt: true, candidates: [offered(second, 'person', 'missing')] },
      { result: 'matched', doubt: false, candidates: [offered(second, 'person', 'missing')] },
    ]);
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('reads 2,500 units in five requests besides the caller and the notice', async () => {
    const notice = await makeNotice();
    await manyUnits(2500);
    const staff = await makeStaff('editor');
    const text = Array.from(
      { length: 60 },
      (_, i) => `${i + 1}. 示例${String(i * 40).padStart(4, '0')}号矿业`,
    ).join('\n');
    const { lines } = await staff.ask('notice.matchJielong', { noticeId: notice._id, text });
    expect(lines.filter(({ result }) => result === 'matched')).toHaveLength(60);
    const requests = await requestsOf('notice.matchJielong');
    expect(requests.length).toBeLessThanOrEqual(6);
    expect(await scannedBy('notice.matchJielong')).toBeLessThan(2500 + 100);
  });
});
