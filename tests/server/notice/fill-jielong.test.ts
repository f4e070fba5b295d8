import {
  cloud,
  makeLiaison,
  makeNotice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { countersAndRows, manyReceipts, manyUnits } from './many';

async function published(count = 4) {
  const notice = await makeNotice({ counts: { total: count, opened: 0, confirmed: 0 } });
  const units = await manyUnits(count);
  await manyReceipts(notice, units);
  const staff = await makeStaff('editor');
  const entries = units.map(({ _id }, i) => ({ unitId: _id, name: `示例人${i}`, line: i + 1 }));
  return { notice, units, staff, entries, input: { noticeId: notice._id, entries } };
}

describe('notice.fillJielong', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { input } = await published();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.fillJielong', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.fillJielong', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.fillJielong', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('notice.fillJielong', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await cloud.find('fills', {})).toEqual([]);
  });

  const entry = { unitId: 'unit-x', name: '示例人', line: 1 };
  it.each([
    [{ entries: [entry] }, 'noticeId'],
    [{ noticeId: 'notice-x' }, 'entries'],
    [{ noticeId: 'notice-x', entries: [] }, 'entries'],
    [{ noticeId: 'notice-x', entries: [entry, entry] }, 'entries'],
    [{ noticeId: 'notice-x', entries: [{ ...entry, unitId: {} }] }, 'entries.0.unitId'],
    [{ noticeId: 'notice-x', entries: [{ ...entry, name: '字'.repeat(41) }] }, 'entries.0.name'],
    [{ noticeId: 'notice-x', entries: [{ ...entry, line: 0 }] }, 'entries.0.line'],
    [
      {
        noticeId: 'notice-x',
        entries: Array.from({ length: 301 }, (_, i) => ({ ...entry, unitId: `unit-${i}` })),
      },
      'entries',
    ],
  ])('names the field that is wrong in %#', async (input, field) => {
    expect(await (await makeStaff()).fails('notice.fillJielong', input)).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('says so when the notice is gone', async () => {
    const { staff, input } = await published();
    expect(await staff.fails('notice.fillJielong', { ...input, noticeId: 'notice-gone' })).toMatchObject({
      code: 'missing',
    });
    expect(await cloud.find('fills', {})).toEqual([]);
  });

  it('enters nothing where nothing is asked, in the words of 代录', async () => {
    const { notice, staff, input } = await published();
    const asking = { kind: 'nothing' as const };
    const { _id: noticeId } = await makeNotice({ ...notice, _id: 'told', order: 'told', asking });
    const refused = { code: 'conflict', message: '这条通知不需要回复，不用代录' };
    expect(await staff.fails('notice.fillJielong', { ...input, noticeId })).toEqual(refused);
    expect(await staff.fails('notice.matchJielong', { noticeId, text: '1. 示例人' })).toEqual(refused);
    expect(await cloud.find('fills', {})).toEqual([]);
  });

  it('enters who answered for which unit, leaves confirmed ones, and counts each kind', async () => {
    const { notice, units, staff, entries } = await published(4);
    const [opened, own] = [units[1]?._id ?? '', units[2]?._id ?? ''];
    const liaison = await makeLiaison(units[1] ?? (await makeUnit()));
    await liaison.change('notice.open', { noticeId: notice._id, unitId: opened });
    const other = await makeLiaison(units[2] ?? (await makeUnit()), { name: '示例己' });
    await other.change('notice.confirm', { noticeId: notice._id, unitId: own });
    const foreign = await makeUnit();
    const asked = [...entries.slice(0, 3), { unitId: foreign._id, name: '', line: 9 }];
    expect(await staff.change('notice.fillJielong', { noticeId: notice._id, entries: asked })).toEqual({
      filled: 2,
      already: 1,
      outside: 1,
    });
    const { counts, rows } = await countersAndRows(notice._id);
    expect(counts).toEqual({ total: 4, opened: 3, confirmed: 3, onBehalf: 2 });
    expect(counts).toEqual(rows);
    const list = await staff.ask('notice.receipts', { noticeId: notice._id, show: 'onBehalf' });
    expect(
      list.receipts.map(({ unitId, confirmed }) => [unitId, confirmed?.by, confirmed?.onBehalf]),
    ).toEqual([
      [units[0]?._id, '示例人0', { channel: 'group', recordedBy: '示例秘书', note: '' }],
      [opened, '示例人1', { channel: 'group', recordedBy: '示例秘书', note: '' }],
    ]);
    expect(await liaison.ask('notice.get', { noticeId: notice._id, unitId: opened })).toMatchObject({
      receipt: { confirmed: { by: '示例人1', onBehalf: { channel: 'group' } } },
    });
    const entriesOf = await cloud.find('audits', { action: 'notice.fillJielong' });
    expect(
      entriesOf
        .map(({ unitId }) => unitId)
        .filter(Boolean)
        .sort(),
    ).toEqual([units[0]?._id, opened].sort());
    await staff.change('notice.unrecord', { noticeId: notice._id, unitId: opened });
    expect((await countersAndRows(notice._id)).counts).toEqual({
      total: 4,
      opened: 3,
      confirmed: 2,
      onBehalf: 1,
    });
  });

  it('lets WeChat look at the names and says which line it refuses, and queues what people are to judge', async () => {
    const { staff, notice, entries } = await published(3);
    const named = (name: string) => ({
      noticeId: notice._id,
      entries: entries.map((one, i) => (i === 1 ? { ...one, name, line: 7 } : one)),
    });
    expect(await staff.fails('notice.fillJielong', named('违法测试词'))).toEqual({
      code: 'risky',
      field: 'entries.1.name',
      message: '第7行的姓名没有通过微信内容安全检查，请先不选这一行',
    });
    expect(await cloud.find('fills', {})).toEqual([]);
    expect(await staff.change('notice.fillJielong', named('疑似测试词'))).toMatchObject({ filled: 3 });
    expect(await cloud.find('checks', {})).toMatchObject([{ state: 'open', about: '代录' }]);
  });

  it('enters 300 units in at most 12 database requests', async () => {
    const { notice, staff, input } = await published(300);
    expect(await staff.change('notice.fillJielong', input)).toEqual({ filled: 300, already: 0, outside: 0 });
    expect((await requestsOf('notice.fillJielong')).length).toBeLessThanOrEqual(12);
    const { counts, rows } = await countersAndRows(notice._id);
    expect(counts).toEqual(rows);
    expect(rows).toMatchObject({ confirmed: 300, onBehalf: 300 });
    expect(await cloud.find('audits', { collection: 'receipts' })).toHaveLength(300);
  });

  it('has one effect when sent three times at once and again, with the first names', async () => {
    const { notice, staff, input } = await published();
    const id = requestId();
    await Promise.all([1, 2, 3].map(() => staff.change('notice.fillJielong', input, id)));
    const other = { ...input, entries: input.entries.map((one) => ({ ...one, name: '示例另一人' })) };
    expect(await staff.change('notice.fillJielong', other, id)).toEqual({
      filled: 4,
      already: 0,
      outside: 0,
    });
    expect((await countersAndRows(notice._id)).counts).toEqual({
      total: 4,
      opened: 4,
      confirmed: 4,
      onBehalf: 4,
    });
    expect(await cloud.find('audits', { collection: 'receipts' })).toHaveLength(4);
    const list = await staff.ask('notice.receipts', { noticeId: notice._id, show: 'confirmed' });
    expect(list.receipts[0]?.confirmed?.by).toBe('示例人0');
    const thief = await makeStaff('editor', '示例另一秘书');
    expect(await thief.fails('notice.fillJielong', input, id)).toMatchObject({ code: 'conflict' });
  });

  it.each([1, 2, 3])('loses nothing when it dies at its write %i', async (skip) => {
    const { notice, staff, input } = await published();
    const id = requestId();
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      skip: skip - 1,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'notice.fillJielong', input, requestId: id }, { openid: staff.openid });
    expect(await staff.change('notice.fillJielong', input, id)).toEqual({
      filled: 4,
      already: 0,
      outside: 0,
    });
    await cloud.fireTimer('minute');
    const { counts, rows } = await countersAndRows(notice._id);
    expect(counts).toEqual(rows);
    expect(rows).toMatchObject({ confirmed: 4, onBehalf: 4 });
    expect(await cloud.find('audits', { collection: 'receipts' })).toHaveLength(4);
  });
});
