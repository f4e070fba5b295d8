import { cloud, makeLiaison, makeSeatedUnit, makeUnit, requestId, requestsOf, stranger } from '../../support';
import { asking, AT, correctionsNow, recordNow, world } from './records';

describe('record.correct', () => {
  it('turns strangers away and is for the seat of that unit', async () => {
    const { unit, staff } = await world();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const { liaison: other } = await makeSeatedUnit();
    const input = asking(unit, { position: '副总经理' });
    for (const who of [stranger(), former])
      expect(await who.fails('record.correct', input)).toMatchObject({ code: 'stranger' });
    for (const who of [other, staff])
      expect(await who.fails('record.correct', input)).toMatchObject({ code: 'forbidden' });
    expect(await correctionsNow()).toEqual([]);
  });

  it.each([
    [{ changes: { position: '副总经理' }, changedOn: '' }, 'changedOn', '请选择变更日期'],
    [{ changes: { position: '副总经理' }, reason: '长'.repeat(101) }, 'reason', '变更原因最多100字'],
    [{ changes: { position: '副总经理' }, changedOn: '2026-11-24' }, 'changedOn', '变更日期不能晚于今天'],
    [{ changes: { email: 'no-mail' } }, 'changes.email', '电子邮箱格式不正确，如 name@example.com'],
    [{ changes: { mobile: '123' } }, 'changes.mobile', '手机应为11位手机号码'],
    [{ changes: { legalRep: '示例法人' } }, 'changes.legalRep', '登记表没有这个项目，不能修改'],
    [{ changes: {}, emptied: ['position'] }, 'changes.position', '请填写职务'],
    [
      { changes: { unitNature: 'state' }, emptied: ['unitStateLevel'] },
      'changes.unitStateLevel',
      '国有企业请选择级别，其他性质不选级别',
    ],
    [
      { changes: { resume: [{ start: '2030-01-01', end: null, work: '示例' }] } },
      'changes.resume.0.start',
      '开始日期不能晚于今天',
    ],
    [{ changes: {} }, 'changes', '填写的和现在登记的一样；如果都没有变化，请点“无变更”'],
    [
      { changes: { position: '综合办公室主任', wechat: '' } },
      'changes',
      '填写的和现在登记的一样；如果都没有变化，请点“无变更”',
    ],
  ])('names the wrong field of %j', async (over, field, message) => {
    const { unit, liaison } = await world();
    const input = { ...asking(unit, {}), ...over };
    expect(await liaison.fails('record.correct', input)).toEqual({ code: 'invalid', field, message });
    expect(await correctionsNow()).toEqual([]);
  });

  it('keeps the reason for the printed form, shows it to both sides, and looks at its words', async () => {
    const { unit, liaison, staff } = await world();
    const risky = asking(unit, { position: '副总经理' }, { reason: '因赌博被调离' });
    expect(await liaison.fails('record.correct', risky)).toMatchObject({ code: 'risky', field: 'reason' });
    const { correctionId } = await liaison.change(
      'record.correct',
      asking(unit, { position: '副总经理' }, { reason: ' 职务调整 ' }),
    );
    expect(await correctionsNow()).toMatchObject([{ reason: '职务调整' }]);
    expect(await staff.ask('record.correction', { correctionId })).toMatchObject({ reason: '职务调整' });
    const mine = await liaison.ask('record.mine', { unitId: unit._id });
    expect(mine.open).toMatchObject({ reason: '职务调整' });
  });

  it('keeps what differs beside what it was, and changes nothing yet', async () => {
    const { unit, liaison, filing } = await world();
    const reply = await liaison.change(
      'record.correct',
      asking(unit, { position: '副总经理', name: '示例乙' }, { emptied: ['wechat'], restChecked: true }),
    );
    expect((await requestsOf('record.correct')).length).toBeLessThanOrEqual(8);
    expect(reply.late).toBe(false);
    expect(await correctionsNow()).toMatchObject([
      {
        _id: reply.correctionId,
        unitId: unit._id,
        filingId: filing._id,
        openid: liaison.openid,
        name: '示例乙',
        keys: ['position', 'wechat'],
        old: { position: '综合办公室主任', wechat: 'demo-wechat' },
        changed: { position: '副总经理' },
        changedOn: '2026-11-20',
        restChecked: true,
        state: 'submitted',
        slot: filing._id,
        submittedAt: AT,
      },
    ]);
    const row = await recordNow(filing);
    expect(row.form).toEqual(filing.form);
    expect(row.verifiedAt).toEqual(filing.verifiedAt);
    expect(row.history).toMatchObject([{ event: 'record-correct', by: '示例乙', note: '2项' }]);
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        action: 'record.correct',
        collection: 'corrections',
        subjectId: reply.correctionId,
        unitId: unit._id,
      },
    ]);
  });

  it('drops the level with the nature it belongs to', async () => {
    const { unit, liaison } = await world();
    await liaison.change('record.correct', asking(unit, { unitNature: 'private' }));
    expect(await correctionsNow()).toMatchObject([
      { keys: ['unitNature', 'unitStateLevel'], changed: { unitNature: 'private' } },
    ]);
  });

  it('sent twice is one request with the same answer', async () => {
    const { unit, liaison, filing } = await world();
    const id = requestId();
    const input = asking(unit, { position: '副总经理' });
    const first = await liaison.change('record.correct', input, id);
    expect(await liaison.change('record.correct', input, id)).toEqual(first);
    expect(await correctionsNow()).toHaveLength(1);
    expect((await recordNow(filing)).history).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('keeps a record to one open request; somebody else’s id is refused', async () => {
    const { unit, liaison } = await world();
    const id = requestId();
    await liaison.change('record.correct', asking(unit, { position: '副总经理' }), id);
    expect(await liaison.fails('record.correct', asking(unit, { title: '高工' }))).toEqual({
      code: 'conflict',
      field: 'unitId',
      message: '您还有一份变更申请在审核，办结或撤回后再提交',
    });
    const { unit: theirs, liaison: other } = await makeSeatedUnit();
    expect(await other.fails('record.correct', asking(theirs, { title: '高工' }), id)).toMatchObject({
      code: 'conflict',
    });
    expect(await correctionsNow()).toHaveLength(1);
  });
});
