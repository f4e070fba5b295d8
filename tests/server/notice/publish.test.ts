import type { Body } from '@contract/body';
import {
  cloud,
  later,
  makeLiaison,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { manyUnits, secretariat, someNotice } from './many';

const stored = async () => ({
  notices: (await cloud.find('notices', {})).length,
  receipts: (await cloud.find('receipts', {})).length,
  audits: (await cloud.find('audits', {})).length,
});
const NOTHING = { notices: 0, receipts: 0, audits: 0 };
const paragraph = (text: string): Body[number] => ({ type: 'paragraph', runs: [{ text }] });

describe('notice.publish: who may and what is wrong', () => {
  it('turns a stranger away', async () => {
    await secretariat();
    expect(await stranger().fails('notice.publish', someNotice())).toMatchObject({ code: 'stranger' });
    expect(await stored()).toEqual(NOTHING);
  });

  const pictures = Array.from({ length: 10 }, (_, i) => ({
    type: 'picture',
    fileKey: `upload-key-${i}`,
    caption: '',
  }));
  it.each([
    ['no title', { title: undefined }, 'title', '请填写标题'],
    ['a title that is no text', { title: 7 }, 'title', '请填写标题'],
    ['a blank title', { title: ' \n ' }, 'title', '请填写标题'],
    ['a title of 5,000 characters', { title: '长'.repeat(5000) }, 'title', '标题最多100字'],
    ['a host that is no text', { hostId: { $ne: 1 } }, 'hostId', '缺少发文单位'],
    ['a body that is no list', { body: {} }, 'body', '请填写正文'],
    ['an empty body', { body: [] }, 'body', '请填写正文'],
    ['a body of blanks', { body: [paragraph('  ')] }, 'body', '请填写正文'],
    [
      'a body too long',
      { body: Array.from({ length: 5 }, () => paragraph('长'.repeat(4001))) },
      'body',
      '正文最多20000字',
    ],
    [
      'too many blocks',
      { body: Array.from({ length: 301 }, () => paragraph('长')) },
      'body',
      '正文最多300段',
    ],
    [
      'one run too long',
      { body: [paragraph('长'.repeat(5001))] },
      'body.0.runs.0.text',
      '一段文字最多5000字',
    ],
    ['HTML', { body: [{ type: 'html', html: '<b>' }] }, 'body.0.type', '正文里有无法识别的内容'],
    ['10 files', { body: pictures }, 'body', '图片和附件最多9个'],
    ['no date', { dueAt: '明天' }, 'dueAt', '确认截止时间应为日期时间'],
    [
      'a date that does not exist',
      { dueAt: '2026-13-40T00:00:00.000Z' },
      'dueAt',
      '确认截止时间应为存在的日期时间',
    ],
    ['a time in the past', { dueAt: '2026-11-23T00:59:59.999Z' }, 'dueAt', '确认截止时间应晚于现在'],
    ['this very moment', { dueAt: NOW }, 'dueAt', '确认截止时间应晚于现在'],
    ['this moment in few digits', { dueAt: '2026-11-23T01:00:00Z' }, 'dueAt', '确认截止时间应晚于现在'],
    ['a slip of the year', { dueAt: '9999-12-31T00:00:00.000Z' }, 'dueAt', '确认截止时间应在一年以内'],
    ['an unknown audience', { audience: { kind: 'region' } }, 'audience.kind', '请选择发送范围'],
    ['nobody chosen', { audience: { kind: 'units', unitIds: [] } }, 'audience.unitIds', '请选择单位'],
    [
      'a unit id that is none',
      { audience: { kind: 'units', unitIds: ['a', {}] } },
      'audience.unitIds.1',
      '缺少单位',
    ],
    [
      'too many units',
      { audience: { kind: 'units', unitIds: Array.from({ length: 1001 }, (_, i) => `unit-${i}`) } },
      'audience.unitIds',
      '一次最多选1000家单位',
    ],
    [
      'units that do not exist',
      { audience: { kind: 'units', unitIds: ['nobody'] } },
      'audience.unitIds',
      '所选单位已不在册，请重新选择',
    ],
    ['an unknown host', { hostId: 'ministry' }, 'hostId', '没有这个发文单位'],
  ])('names the field: %s', async (_what, wrong, field, message) => {
    const staff = await secretariat();
    await makeUnit();
    expect(await staff.fails('notice.publish', { ...someNotice(), ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await stored()).toEqual(NOTHING);
  });

  it('wants a request id', async () => {
    const staff = await secretariat();
    for (const id of ['', 'short', 'x'.repeat(41), 'test request 0001']) {
      expect(await staff.fails('notice.publish', someNotice(), id)).toMatchObject({
        code: 'invalid',
        field: 'requestId',
      });
    }
  });

  it('is not for liaisons, former liaisons or staff without the right', async () => {
    await secretariat();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('notice.publish', someNotice())).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.publish', someNotice())).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('finance')).fails('notice.publish', someNotice())).toMatchObject({
      code: 'forbidden',
    });
    expect(await stored()).toEqual(NOTHING);
  });

  it('says so when there is no unit to send it to', async () => {
    const staff = await secretariat();
    await makeUnit({ active: false });
    expect(await staff.fails('notice.publish', someNotice())).toEqual({
      code: 'invalid',
      field: 'audience',
      message: '还没有会员单位，请先添加单位',
    });
    expect(await stored()).toEqual(NOTHING);
  });
});

describe('notice.publish: what is stored and told', () => {
  it('reaches 420 units within one call, in at most 12 requests and one for each 100 units', async () => {
    const staff = await secretariat();
    await manyUnits(420);
    const id = requestId();
    expect(await staff.change('notice.publish', someNotice(), id)).toEqual({
      noticeId: id,
      total: 420,
      state: 'published',
    });
    expect((await requestsOf('notice.publish')).length).toBeLessThanOrEqual(12 + 5);
    expect(await cloud.find('notices', {})).toMatchObject([
      {
        _id: id,
        title: '关于报送四季度信息的通知',
        hostId: 'association',
        hostName: '示例市煤炭工业协会',
        state: 'published',
        cursor: null,
        counts: { total: 420, opened: 0, confirmed: 0 },
        check: 'pass',
        publishedAt: new Date(NOW),
        publishedBy: '示例秘书',
        dueAt: later(3),
      },
    ]);
    const rows = await cloud.find('receipts', {});
    expect(new Set(rows.map(({ unitId }) => unitId)).size).toBe(420);
    expect(rows[0]).toMatchObject({
      _id: `${id}_many-0000`,
      noticeId: id,
      state: 'waiting',
      done: false,
      region: '西安',
      opened: null,
      confirmed: null,
      dueAt: later(3),
    });
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        _id: id,
        action: 'notice.publish',
        collection: 'notices',
        subjectId: id,
        openid: staff.openid,
        at: new Date(NOW),
      },
    ]);
  });

  it('is a snapshot: who joins later, leaves or is renamed changes nothing', async () => {
    const staff = await secretariat();
    const units = await manyUnits(3);
    const { noticeId } = await staff.change('notice.publish', someNotice());
    await makeUnit();
    const admin = await makeStaff('admin');
    const file = await admin.ask('unit.get', { unitId: 'many-0001' });
    await admin.change('unit.save', { ...file, name: '示例改名矿业有限公司', region: '榆林' });
    await cloud.fireTimer('minute');
    const rows = await cloud.find('receipts', { noticeId });
    expect(rows.map(({ unitName }) => unitName).sort()).toEqual(units.map(({ name }) => name).sort());
    expect((await cloud.find('notices', {}))[0]).toMatchObject({ counts: { total: 3 } });
  });

  it('goes to the chosen units only, each once, without the inactive', async () => {
    const staff = await secretariat();
    await manyUnits(5, (i) => ({ active: i !== 2 }));
    const unitIds = ['many-0001', 'many-0002', 'many-0003', 'many-0001', 'nobody'];
    const { noticeId } = await staff.change(
      'notice.publish',
      someNotice({ audience: { kind: 'units', unitIds } }),
    );
    const rows = await cloud.find('receipts', { noticeId });
    expect(rows.map(({ unitId }) => unitId).sort()).toEqual(['many-0001', 'many-0003']);
    expect((await cloud.find('notices', {}))[0]).toMatchObject({
      counts: { total: 2 },
      audience: { kind: 'units' },
    });
  });

  it('goes to all active units', async () => {
    const staff = await secretariat();
    await manyUnits(5, (i) => ({ active: i !== 2 }));
    expect(await staff.change('notice.publish', someNotice())).toMatchObject({ total: 4 });
  });

  it('trims the title and takes 100 characters, a body of 20,000 and 300 blocks', async () => {
    const staff = await secretariat();
    await makeUnit();
    const body = [
      ...Array.from({ length: 4 }, () => paragraph('长'.repeat(4925))),
      ...Array.from({ length: 295 }, () => paragraph('')),
      paragraph('完'),
    ];
    await staff.change('notice.publish', someNotice({ title: ` ${'题'.repeat(100)} `, body }));
    expect((await cloud.find('notices', {}))[0]).toMatchObject({ title: '题'.repeat(100) });
  });

  it('leaves what is above 2,000 units to dispatch', async () => {
    const staff = await secretariat();
    await manyUnits(2100);
    const input = someNotice();
    const id = requestId();
    expect(await staff.change('notice.publish', input, id)).toEqual({
      noticeId: id,
      total: 2000,
      state: 'publishing',
    });
    await cloud.fireTimer('minute');
    expect(await staff.change('notice.publish', input, id)).toEqual({
      noticeId: id,
      total: 2100,
      state: 'published',
    });
    expect(await cloud.find('receipts', {})).toHaveLength(2100);
  });
});
