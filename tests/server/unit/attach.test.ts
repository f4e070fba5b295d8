import {
  cloud,
  makeFiling,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

const paper = { kind: 'licence' as const, name: '营业执照.jpg' };
const rows = () => cloud.find('attachments', {});

describe('unit.attach', () => {
  it('turns a stranger away', async () => {
    const { _id: unitId } = await makeUnit();
    const { _id: fileKey } = await makeUpload({ use: 'licence' });
    expect(await stranger().fails('unit.attach', { ...paper, unitId, fileKey })).toMatchObject({
      code: 'stranger',
    });
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ unitId: '' }, 'unitId', '单位不正确'],
    [{ kind: 'poem' }, 'kind', '请选择材料类别'],
    [{ fileKey: { $ne: 1 } }, 'fileKey', '缺少文件'],
    [{ name: '' }, 'name', '请填写材料名称'],
    [{ name: '长'.repeat(121) }, 'name', '材料名称最多120字'],
    [{ subjectId: 'a b' }, 'subjectId', '所属登记不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await makeStaff('member');
    const sent = { ...paper, unitId: 'unit-1', fileKey: 'upload-1', ...wrong };
    expect(await staff.fails('unit.attach', sent)).toEqual({ code: 'invalid', field, message });
  });

  it('is for staff who edit units or review filings', async () => {
    const { liaison, unit } = await makeSeatedUnit();
    const { _id: fileKey } = await makeUpload({ use: 'licence', owner: liaison.openid });
    const sent = { ...paper, unitId: unit._id, fileKey };
    expect(await liaison.fails('unit.attach', sent)).toMatchObject({ code: 'forbidden' });
    for (const role of ['editor', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('unit.attach', sent)).toMatchObject({ code: 'forbidden' });
    expect(await rows()).toEqual([]);
  });

  it('says so when unit or subject is not there', async () => {
    const staff = await makeStaff('member');
    const { _id: fileKey } = await makeUpload({ use: 'paper', owner: staff.openid });
    expect(await staff.fails('unit.attach', { ...paper, unitId: 'unit-none', fileKey })).toMatchObject({
      code: 'missing',
      field: 'unitId',
    });
    const [unit, other] = [await makeUnit(), await makeUnit()];
    const filing = await makeFiling(other);
    for (const subjectId of ['filing-none', filing._id])
      expect(
        await staff.fails('unit.attach', { ...paper, unitId: unit._id, fileKey, subjectId }),
      ).toMatchObject({ code: 'missing', field: 'subjectId' });
    expect(await rows()).toEqual([]);
  });

  it.each([
    ['not uploaded', { fileId: null }],
    ['of somebody else', { owner: 'openid-other' }],
    ['for another use', { use: 'photo' as const }],
  ])('takes no file that is %s', async (_name, over) => {
    const staff = await makeStaff('member');
    const unit = await makeUnit();
    const upload = await makeUpload({ use: 'licence', owner: staff.openid, ...over });
    const sent = { ...paper, unitId: unit._id, fileKey: upload._id };
    expect(await staff.fails('unit.attach', sent)).toEqual({
      code: 'invalid',
      field: 'fileKey',
      message: '文件没有上传成功，请重新上传',
    });
    expect(await rows()).toEqual([]);
  });

  it('keeps the paper with who put it there, for a unit that left, too', async () => {
    const staff = await makeStaff('member', '示例会员部');
    const unit = await makeUnit({ active: false });
    const filing = await makeFiling(unit);
    const upload = await makeUpload({ use: 'paper', owner: staff.openid });
    const id = requestId();
    const sent = { ...paper, unitId: unit._id, fileKey: upload._id, subjectId: filing._id };
    expect(await staff.change('unit.attach', sent, id)).toEqual({ attachmentId: id });
    expect(await rows()).toMatchObject([
      {
        _id: id,
        ...paper,
        unitId: unit._id,
        fileKey: upload._id,
        subjectId: filing._id,
        by: '示例会员部',
        removedAt: null,
        order: `${NOW}_${id}`,
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'unit.attach', collection: 'attachments', subjectId: id, unitId: unit._id },
    ]);
    expect((await requestsOf('unit.attach')).length).toBeLessThanOrEqual(8);
  });

  it('has one effect when sent twice', async () => {
    const staff = await makeStaff('member');
    const unit = await makeUnit();
    const upload = await makeUpload({ use: 'licence', owner: staff.openid });
    const id = requestId();
    const sent = { ...paper, unitId: unit._id, fileKey: upload._id };
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('unit.attach', sent, id)).toEqual({ attachmentId: id });
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
    const other = await makeUpload({ use: 'licence', owner: staff.openid });
    expect(await staff.fails('unit.attach', { ...sent, fileKey: other._id }, id)).toMatchObject({
      code: 'conflict',
    });
  });
});
