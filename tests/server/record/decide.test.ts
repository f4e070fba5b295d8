import { cloud, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { AT, correctionsNow, LONG_AGO, makeCorrection, recordNow, world } from './records';

/** Three fields asked for, nobody decided. */
async function three() {
  const all = await world();
  const correction = await makeCorrection(all.filing, {
    keys: ['title', 'position', 'wechat'],
    old: { title: '工程师', position: '综合办公室主任', wechat: 'demo-wechat' },
    changed: { title: '高级工程师', position: '副总经理' },
  });
  const input = {
    correctionId: correction._id,
    decisions: [
      { key: 'title' as const, agreed: true },
      { key: 'position' as const, agreed: false, reason: '请附任命文件' },
      { key: 'wechat' as const, agreed: true },
    ],
  };
  return { ...all, correction, input };
}

describe('record.decide', () => {
  it('is for staff who review, not for strangers, liaisons or other staff', async () => {
    const { input, liaison } = await three();
    expect(await stranger().fails('record.decide', input)).toMatchObject({ code: 'stranger' });
    for (const who of [liaison, await makeStaff('meeting')])
      expect(await who.fails('record.decide', input)).toMatchObject({ code: 'forbidden' });
    expect(await correctionsNow()).toMatchObject([{ state: 'submitted' }]);
  });

  const title = { key: 'title', agreed: true };
  const wechat = { key: 'wechat', agreed: true };
  it.each([
    [[], 'decisions', '请逐项选择同意或不同意'],
    [[title, wechat], 'decisions', '“职务”还没有选同意或不同意'],
    [[title, { key: 'position', agreed: 'yes' }, wechat], 'decisions.1.agreed', '是否同意应为是或否'],
    [
      [title, { key: 'position', agreed: false, reason: '  ' }, wechat],
      'decisions.1.reason',
      '请写明不同意“职务”的原因，联络员会看到',
    ],
    [[title, { key: 'email', agreed: true }], 'decisions.1.key', '“电子邮箱”没有申请变更'],
    [[title, title], 'decisions.1.key', '“职称”选了两次'],
    [[{ key: 'constructor', agreed: true }], 'decisions.0.key', '没有这个项目'],
  ])('names the wrong field of %j', async (decisions, field, message) => {
    const { staff, correction } = await three();
    expect(await staff.fails('record.decide', { correctionId: correction._id, decisions })).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says when there is no such request, and refuses risky reasons', async () => {
    const { staff, input } = await three();
    expect(await staff.fails('record.decide', { ...input, correctionId: 'none' })).toMatchObject({
      code: 'missing',
      field: 'correctionId',
    });
    const decisions = input.decisions.map((one) => ({ ...one, agreed: false, reason: '赌博' }));
    expect(await staff.fails('record.decide', { ...input, decisions })).toMatchObject({ code: 'risky' });
  });

  it('writes the agreed fields, and tells the liaison which were refused and why', async () => {
    const { staff, input, filing, liaison, unit } = await three();
    expect(await staff.change('record.decide', input)).toEqual({ agreed: 2, refused: 1 });
    expect((await requestsOf('record.decide')).length).toBeLessThanOrEqual(12);
    const row = await recordNow(filing);
    expect(row.form).toEqual({ ...filing.form, title: '高级工程师', wechat: undefined });
    expect(row.form).not.toHaveProperty('wechat');
    expect(row.verified).toMatchObject({ title: AT, wechat: AT, position: LONG_AGO, name: LONG_AGO });
    expect(row.verifiedAt).toEqual(LONG_AGO);
    expect(row.history).toMatchObject([
      { event: 'record-refuse', by: '示例审核员', note: '同意2项；不同意“职务”（请附任命文件）' },
    ]);
    expect(await correctionsNow()).toMatchObject([
      { state: 'decided', slot: input.correctionId, decidedBy: '示例审核员', decidedAt: AT },
    ]);
    expect(await liaison.ask('record.mine', { unitId: unit._id })).toMatchObject({
      open: null,
      last: {
        decisions: [
          { key: 'title', agreed: true, reason: '' },
          { key: 'position', agreed: false, reason: '请附任命文件' },
          { key: 'wechat', agreed: true, reason: '' },
        ],
      },
    });
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'record.decide', collection: 'corrections', subjectId: input.correctionId, unitId: unit._id },
    ]);
  });

  it('counts the rest as verified on the day the liaison looked at it', async () => {
    const { staff, filing } = await world();
    const asked = new Date('2026-11-20T03:00:00.000Z');
    const { _id } = await makeCorrection(filing, { restChecked: true, submittedAt: asked });
    await staff.change('record.decide', {
      correctionId: _id,
      decisions: [{ key: 'position', agreed: true }],
    });
    const row = await recordNow(filing);
    expect(row.verified).toMatchObject({ position: AT, name: asked, resume: asked });
    expect(row.verifiedAt).toEqual(asked);
    expect(row.history).toMatchObject([{ event: 'record-agree', note: '同意1项' }]);
  });

  it('said twice is one decision with the same answer', async () => {
    const { staff, input, filing } = await three();
    const id = requestId();
    const first = await staff.change('record.decide', input, id);
    expect(await staff.change('record.decide', input, id)).toEqual(first);
    expect((await recordNow(filing)).history).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('by two colleagues at once is decided by one of them', async () => {
    const { staff, input, filing } = await three();
    const colleague = await makeStaff('member', '示例同事');
    const replies = await Promise.all(
      [staff, colleague].map((who) => who.call('record.decide', input, requestId())),
    );
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'closed' } });
    expect((await recordNow(filing)).history).toHaveLength(1);
  });

  it('comes too late for a withdrawn one', async () => {
    const { staff, filing } = await world();
    const { _id } = await makeCorrection(filing, { state: 'withdrawn', slot: 'x' });
    const decisions = [{ key: 'position' as const, agreed: true }];
    expect(await staff.fails('record.decide', { correctionId: _id, decisions })).toEqual({
      code: 'closed',
      message: '联络员已撤回这份变更申请，不用再办',
    });
  });
});
