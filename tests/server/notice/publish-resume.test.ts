import { usualNotices } from '@contract/policy/notices-part';
import type { Fault } from '@local-cloud';
import { cloud, expectLog, later, makeLiaison, makeStaff, makeUnit, requestId } from '../../support';
import { countersAndRows, manyUnits, secretariat, someNotice } from './many';

/** What a publication to 250 units writes: the notice, three batches of receipts, the notice again, the audit entry. */
const writes: [string, number][] = [
  ['database.insertDocument', 0],
  ['database.insertDocument', 1],
  ['database.insertDocument', 2],
  ['database.insertDocument', 3],
  ['database.insertDocument', 4],
  ['database.modifyDocument', 0],
];
const faults: Fault[] = ['kill-function', 'kill-after', 'drop-reply'];
const cases = writes.flatMap(([api, skip]) => faults.map((fault) => ({ api, skip, fault })));

async function cutOff(cut: { api: string; skip: number; fault: Fault }) {
  const staff = await secretariat();
  await manyUnits(250);
  const id = requestId();
  const input = someNotice();
  await cloud.script({ ...cut, function: 'api', times: 1 });
  await cloud.call('api', { action: 'notice.publish', input, requestId: id }, { openid: staff.openid });
  return { staff, id, input };
}

async function mustBeWhole(id: string, total = 250) {
  const all = { total, opened: 0, confirmed: 0 };
  expect(await countersAndRows(id)).toEqual({ counts: all, rows: all });
  expect(await cloud.find('notices', {})).toMatchObject([{ _id: id, state: 'published', cursor: null }]);
  expect(new Set((await cloud.find('receipts', {})).map(({ unitId }) => unitId)).size).toBe(total);
}

describe('notice.publish cut off', () => {
  it.each(cases)('is finished by the same request: $fault at $api $skip', async (cut) => {
    expectLog(/notice\.publish/); // of a reply that was lost
    const { staff, id, input } = await cutOff(cut);
    expect(await staff.change('notice.publish', input, id)).toEqual({
      noticeId: id,
      total: 250,
      state: 'published',
    });
    await mustBeWhole(id);
    expect(await cloud.find('audits', {})).toMatchObject([{ _id: id, action: 'notice.publish' }]);
  });

  it.each(cases)('is finished by dispatch: $fault at $api $skip', async (cut) => {
    expectLog(/notice\.publish/); // of a reply that was lost
    const { staff, id, input } = await cutOff(cut);
    const begun = (await cloud.find('notices', {})).length;
    await cloud.fireTimer('minute');
    if (begun) await mustBeWhole(id);
    else expect(await cloud.find('receipts', {})).toEqual([]);
    expect(await staff.change('notice.publish', input, id)).toEqual({
      noticeId: id,
      total: 250,
      state: 'published',
    });
    await mustBeWhole(id);
  });

  it.each(['the same request', 'dispatch'])(
    'reaches a unit renamed to a place already passed, finished by %s',
    async (by) => {
      const staff = await secretariat();
      await manyUnits(1100);
      const [id, input] = [requestId(), someNotice()];
      // The notice and ten batches; the cursor then stands at the thousandth unit.
      const cut = { api: 'database.insertDocument', function: 'api', skip: 11, times: 1 } as const;
      await cloud.script({ ...cut, fault: 'kill-function' });
      await cloud.call('api', { action: 'notice.publish', input, requestId: id }, { openid: staff.openid });
      expect(await cloud.find('receipts', {})).toHaveLength(1000);
      const admin = await makeStaff();
      const file = await admin.ask('unit.get', { unitId: 'many-1050' });
      await admin.change('unit.save', { ...file, name: '阿示例矿业有限责任公司' });

      if (by === 'dispatch') await cloud.fireTimer('minute');
      expect(await staff.change('notice.publish', input, id)).toEqual({
        noticeId: id,
        total: 1100,
        state: 'published',
      });
      await mustBeWhole(id, 1100);
      expect(await cloud.find('receipts', { unitId: 'many-1050' })).toHaveLength(1);
    },
  );

  it('counts right when units opened it and were recounted before it was finished', async () => {
    const { staff, id, input } = await cutOff({
      api: 'database.insertDocument',
      skip: 3,
      fault: 'kill-function',
    });
    const seat = { unitId: 'many-0000', unitName: '示例', kind: 'main', since: later(-1) } as const;
    const liaison = await makeLiaison(await makeUnit({ active: false }), { seats: [seat] });
    await liaison.change('notice.open', { noticeId: id, unitId: 'many-0000' });
    // Cut off twice more in dispatch while the recount works; by then its mark is past the opening.
    expectLog(/timer/);
    await cloud.insert('marks', [{ _id: 'recount', at: later(-1) }]);
    await cloud.script({
      api: 'database.insertDocument',
      function: 'dispatch',
      times: 2,
      fault: { errCode: 'SYS_ERR', errMsg: 'x' },
    });
    await cloud.fireTimer('minute');
    await cloud.clock.advance(600_000);
    await cloud.fireTimer('minute');
    await cloud.clock.advance(600_000);
    expect(await staff.change('notice.publish', input, id)).toMatchObject({ total: 250, state: 'published' });
    const all = { total: 250, opened: 1, confirmed: 0 };
    expect(await countersAndRows(id)).toEqual({ counts: all, rows: all });
  });
});

describe('notice.publish sent again', () => {
  /** The other worker overtakes: the write after `skip` others waits. */
  const late = (skip: number) =>
    cloud.script({ api: 'database.insertDocument', function: 'api', skip, times: 1, delayMs: 150 });

  it('five times at once makes one notice and one answer', async () => {
    const staff = await secretariat();
    await manyUnits(250);
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => staff.change('notice.publish', someNotice(), id)),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ noticeId: id, total: 250, state: 'published' });
    await mustBeWhole(id);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it.each([0, 1, 2, 3])(
    'at once with other words makes one notice its receipts agree with (write %i late)',
    async (skip) => {
      const staff = await secretariat();
      await manyUnits(250);
      await late(skip);
      const id = requestId();
      await Promise.all(
        [1, 2, 3, 4].map((days) =>
          staff.call(
            'notice.publish',
            someNotice({ title: `第${days}稿`, dueAt: later(days).toISOString() }),
            id,
          ),
        ),
      );
      await mustBeWhole(id);
      const [notice] = await cloud.find('notices', {});
      const rows = await cloud.find('receipts', {});
      expect(new Set(rows.map(({ dueAt, order }) => JSON.stringify({ dueAt, order })))).toEqual(
        new Set([JSON.stringify({ dueAt: notice?.dueAt, order: notice?.order })]),
      );
    },
  );

  it('edited after it went out, says so and changes nothing', async () => {
    const staff = await secretariat();
    await manyUnits(3);
    const id = requestId();
    await staff.change('notice.publish', someNotice(), id);
    const [before] = await cloud.find('notices', {});
    for (const edited of [
      { title: '改过的标题' },
      { hostId: 'society' },
      { urgent: true },
      { rungsOff: [usualNotices.rungs[0]?.workdays ?? 0] },
    ])
      expect(await staff.fails('notice.publish', someNotice(edited), id)).toEqual({
        code: 'conflict',
        message: '这条通知先前已经发出，刚才的改动没有发出；请到“通知”里查看已发出的内容',
      });
    expect(await cloud.find('notices', {})).toEqual([before]);
    expect(await staff.change('notice.publish', someNotice(), id)).toMatchObject({ noticeId: id });
  });

  it('later, when a unit has joined and the deadline is over, answers the same', async () => {
    const staff = await secretariat();
    await manyUnits(3);
    const id = requestId();
    const first = await staff.change('notice.publish', someNotice(), id);
    await makeUnit();
    await cloud.clock.advance(5 * 86_400_000);
    expect(await staff.change('notice.publish', someNotice(), id)).toEqual(first);
    expect(await cloud.find('receipts', {})).toHaveLength(3);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
