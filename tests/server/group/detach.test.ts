import { cloud, makeStaff, NOW, requestId, requestsOf } from '../../support';
import { makeGroup, saysGone, turnsAway } from './groups';

const file = { _id: 'file-1', fileKey: 'upload-1', name: '名单.xlsx', by: '示例编辑', at: new Date(NOW) };

describe('group.detach', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { _id: groupId } = await makeGroup({ files: [file] });
    await turnsAway('group.detach', { groupId, fileId: file._id });
    expect(await cloud.find('groups', {})).toMatchObject([{ files: [file], gone: [] }]);
  });

  it.each([
    [{ groupId: 7 }, 'groupId', '缺少联络组'],
    [{ fileId: 'a b' }, 'fileId', '文件不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await makeStaff('editor');
    const sent = { groupId: 'group-1', fileId: 'file-1', ...wrong };
    expect(await staff.fails('group.detach', sent)).toEqual({ code: 'invalid', field, message });
  });

  it('says so when group or file is gone', async () => {
    await saysGone('group.detach', { fileId: 'file-1' });
    const group = await makeGroup();
    const staff = await makeStaff('editor');
    expect(await staff.fails('group.detach', { groupId: group._id, fileId: 'file-none' })).toMatchObject({
      code: 'missing',
    });
  });

  it('takes it out and keeps that it was there; once', async () => {
    const staff = await makeStaff('editor');
    const second = { ...file, _id: 'file-2' };
    const group = await makeGroup({ files: [file, second] });
    const id = requestId();
    const sent = { groupId: group._id, fileId: file._id };
    for (let i = 0; i < 2; i += 1) expect(await staff.change('group.detach', sent, id)).toEqual({});
    expect(await cloud.find('groups', {})).toMatchObject([
      { files: [second], gone: [{ ...file, goneAt: new Date(NOW), goneBy: id }] },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'group.detach', collection: 'groups', subjectId: group._id },
    ]);
    expect(await staff.fails('group.detach', sent)).toMatchObject({ code: 'closed' });
    await staff.change('group.detach', { ...sent, fileId: second._id });
    expect((await requestsOf('group.detach')).length).toBeLessThanOrEqual(4);
  });
});
