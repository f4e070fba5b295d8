import {
  cloud,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { returnedTo, submitted } from './registration';

const fields = [{ key: 'address' as const, reason: '请写到门牌号' }];

describe('filing.return', () => {
  const row = async () => (await cloud.find('filings', {}))[0];

  beforeEach(async () => void (await makeOffice()));

  it('is for staff who review', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const { liaison } = await makeSeatedUnit();
    const input = { filingId: filing._id, fields };
    expect(await stranger().fails('filing.return', input)).toMatchObject({ code: 'stranger' });
    expect(await applicant.fails('filing.return', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('filing.return', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('meeting')).fails('filing.return', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await row()).toMatchObject({ state: 'submitted' });
  });

  it.each([
    [{ fields: [] }, 'fields', '请选择要补正的项目'],
    [{ fields: [{ key: 'salary', reason: '请填' }] }, 'fields.0.key', '没有这个项目'],
    [{ fields: [{ key: 'address', reason: '' }] }, 'fields.0.reason', '请填写退回原因'],
    [{ fields: [...fields, ...fields] }, 'fields.1.key', '这个项目选了两次'],
    [{ note: '长'.repeat(201) }, 'note', '说明最多200字'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { filing } = await submitted(await makeUnit());
    const input = { filingId: filing._id, fields, ...wrong };
    expect(await (await makeStaff()).fails('filing.return', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await row()).toMatchObject({ state: 'submitted' });
  });

  it('refuses words WeChat calls risky', async () => {
    const { filing } = await submitted(await makeUnit());
    const input = { filingId: filing._id, fields, note: '违法测试词' };
    expect(await (await makeStaff()).fails('filing.return', input)).toMatchObject({
      code: 'risky',
      field: 'fields',
    });
  });

  it('is not for what is returned already, decided or not there', async () => {
    const unit = await makeUnit();
    const staff = await makeStaff();
    const { filing } = await returnedTo(unit, 'name');
    expect(await staff.fails('filing.return', { filingId: filing._id, fields })).toEqual({
      code: 'conflict',
      message: '这份登记已退回补正，请等联络员重新提交后再办',
    });
    const { filing: done } = await submitted(unit, { state: 'approved', open: false, slot: 'decided' });
    expect(await staff.fails('filing.return', { filingId: done._id, fields })).toMatchObject({
      code: 'closed',
    });
    expect(await staff.fails('filing.return', { filingId: 'filing-nowhere', fields })).toMatchObject({
      code: 'missing',
    });
  });

  it('hands the turn to the liaison, naming the fields', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const staff = await makeStaff('member', '示例王干事');
    const input = { filingId: filing._id, fields, note: '其余都好' };
    expect(await staff.change('filing.return', input)).toEqual({ filingId: filing._id });
    expect(await row()).toMatchObject({
      state: 'returned',
      open: true,
      returned: fields,
      note: '其余都好',
      history: [{ at: new Date(NOW), event: 'return', by: '示例王干事', note: '其余都好' }],
    });
    expect((await applicant.ask('filing.mine', {})).filings).toMatchObject([
      { returned: fields, note: '其余都好' },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'filing.return', unitId: filing.unitId },
    ]);
    await staff.fails('filing.return', input);
  });

  it('takes five requests', async () => {
    const { filing } = await submitted(await makeUnit());
    await (await makeStaff()).change('filing.return', { filingId: filing._id, fields });
    expect(await requestsOf('filing.return')).toHaveLength(5);
  });

  it('sends the level of a state enterprise back with its nature', async () => {
    const { filing } = await submitted(await makeUnit());
    const nature = { key: 'unitNature' as const, reason: '与执照不符' };
    await (await makeStaff()).change('filing.return', { filingId: filing._id, fields: [nature] });
    expect(await row()).toMatchObject({
      returned: [nature, { key: 'unitStateLevel', reason: '与执照不符' }],
    });
  });

  it('lets one of two reviewers win', async () => {
    const { filing } = await submitted(await makeUnit());
    const [a, b] = [await makeStaff('admin', '示例甲'), await makeStaff('member', '示例乙')];
    const input = { filingId: filing._id, fields };
    const replies = await Promise.all([
      a.call('filing.return', input, requestId()),
      b.call('filing.return', input, requestId()),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(reply.error).toMatchObject({ code: 'conflict' });
    expect((await row())?.history).toHaveLength(1);
  });

  it('has one effect when sent three times at once and again later', async () => {
    const { filing } = await submitted(await makeUnit());
    const staff = await makeStaff();
    const id = requestId();
    const input = { filingId: filing._id, fields };
    await Promise.all([1, 2, 3].map(() => staff.change('filing.return', input, id)));
    expect(await staff.change('filing.return', input, id)).toEqual({ filingId: filing._id });
    expect((await row())?.history).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
