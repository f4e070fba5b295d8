import { cloud, makeStaff, makeUpload, NOW, requestId, requestsOf } from '../../support';
import { makeGroup, saysGone, turnsAway } from './groups';

const files = async () => (await cloud.find('groups', {})).map((group) => group.files);

describe('group.attach', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.attach', { groupId, fileKey: 'upload-1', name: '名单.xlsx' });
    expect(await files()).toEqual([[]]);
  });

  it.each([
    [{ groupId: 'a b' }, 'groupId', '联络组不正确'],
    [{ fileKey: { $ne: 1 } }, 'fileKey', '缺少文件'],
    [{ name: '' }, 'name', '请填写文件名'],
    [{ name: '长'.repeat(121) }, 'name', '文件名最多120字'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await makeStaff('editor');
    const sent = { groupId: 'group-1', fileKey: 'upload-1', name: '名单.xlsx', ...wrong };
    expect(await staff.fails('group.attach', sent)).toEqual({ code: 'invalid', field, message });
  });

  it('says so when the group is gone', () =>
    saysGone('group.attach', { fileKey: 'upload-1', name: '名单.xlsx' }));

  it.each([
    ['not uploaded', { fileId: null }],
    ['of somebody else', { owner: 'openid-other' }],
    ['for another use', { use: 'roster' as const }],
  ])('takes no file that is %s', async (_name, over) => {
    const staff = await makeStaff('editor');
    const group = await makeGroup();
    const { _id: fileKey } = await makeUpload({ use: 'attachment', owner: staff.openid, ...over });
    expect(await staff.fails('group.attach', { groupId: group._id, fileKey, name: '名单.xlsx' })).toEqual({
      code: 'invalid',
      field: 'fileKey',
      message: '文件没有上传成功，请重新上传',
    });
  });

  it('lets WeChat look at the name, which liaisons read', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup();
    const { _id: fileKey } = await makeUpload({ use: 'attachment', owner: staff.openid });
    const sent = { groupId: group._id, fileKey, name: '违法测试词.xlsx' };
    expect(await staff.fails('group.attach', sent)).toMatchObject({ code: 'risky', field: 'name' });
    expect(await files()).toEqual([[]]);
  });

  it('keeps the file with who put it there, once', async () => {
    const staff = await makeStaff('editor', '示例编辑');
    const group = await makeGroup();
    const { _id: fileKey } = await makeUpload({ use: 'attachment', owner: staff.openid });
    const id = requestId();
    const sent = { groupId: group._id, fileKey, name: '名单.xlsx' };
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('group.attach', sent, id)).toEqual({ fileId: id });
    await Promise.all([1, 2, 3].map(() => staff.change('group.attach', sent, id)));
    expect(await files()).toEqual([
      [{ _id: id, fileKey, name: '名单.xlsx', by: '示例编辑', at: new Date(NOW) }],
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'group.attach', collection: 'groups', subjectId: group._id },
    ]);
    expect((await requestsOf('group.attach')).length).toBeLessThanOrEqual(5);
    const other = await makeUpload({ use: 'attachment', owner: staff.openid });
    expect(await staff.fails('group.attach', { ...sent, fileKey: other._id }, id)).toMatchObject({
      code: 'conflict',
    });
  });

  it('takes no more than 30', async () => {
    const staff = await makeStaff('editor');
    const file = (i: number) => ({ _id: `f${i}`, fileKey: `k${i}`, name: 'x', by: '', at: new Date(NOW) });
    const group = await makeGroup({ files: Array.from({ length: 30 }, (_, i) => file(i)) });
    const { _id: fileKey } = await makeUpload({ use: 'attachment', owner: staff.openid });
    expect(await staff.fails('group.attach', { groupId: group._id, fileKey, name: 'x' })).toMatchObject({
      code: 'conflict',
    });
  });
});
