import {
  cloud,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

async function attached() {
  const staff = await makeStaff('member');
  const { _id: unitId } = await makeUnit();
  const { _id: fileKey } = await makeUpload({ use: 'licence', owner: staff.openid });
  const sent = { unitId, fileKey, kind: 'licence' as const, name: '营业执照.jpg' };
  return { staff, unitId, ...(await staff.change('unit.attach', sent)) };
}

describe('unit.detach', () => {
  it('turns a stranger away, names a field that is wrong', async () => {
    const { staff, attachmentId } = await attached();
    expect(await stranger().fails('unit.detach', { attachmentId })).toMatchObject({ code: 'stranger' });
    expect(await staff.fails('unit.detach', { attachmentId: { $ne: '' } })).toEqual({
      code: 'invalid',
      field: 'attachmentId',
      message: '缺少材料',
    });
  });

  it('is for staff who edit units or review filings', async () => {
    const { attachmentId } = await attached();
    const { liaison } = await makeSeatedUnit();
    for (const who of [liaison, await makeStaff('editor')])
      expect(await who.fails('unit.detach', { attachmentId })).toMatchObject({ code: 'forbidden' });
    expect(await cloud.find('attachments', { removedAt: null })).toHaveLength(1);
  });

  it('says so when it is not there, or out already', async () => {
    const { staff, attachmentId } = await attached();
    expect(await staff.fails('unit.detach', { attachmentId: 'attachment-none' })).toMatchObject({
      code: 'missing',
    });
    await staff.change('unit.detach', { attachmentId });
    expect(await staff.fails('unit.detach', { attachmentId })).toEqual({
      code: 'closed',
      message: '这份材料已经移出，请刷新',
    });
  });

  it('takes it out once, the row and its file stay', async () => {
    const { staff, unitId, attachmentId } = await attached();
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('unit.detach', { attachmentId }, id)).toEqual({});
    const [row] = await cloud.find('attachments', {});
    expect(row).toMatchObject({ _id: attachmentId, removedBy: id });
    expect(new Date(row?.removedAt as string).toISOString()).toBe(NOW);
    expect(await cloud.find('audits', { action: 'unit.detach' })).toMatchObject([
      { _id: id, collection: 'attachments', subjectId: attachmentId, unitId },
    ]);
    expect((await requestsOf('unit.detach')).length).toBeLessThanOrEqual(6);
  });
});
