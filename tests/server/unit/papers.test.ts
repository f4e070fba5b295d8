import type { Attachment } from '@server/stores/attachments';
import {
  cloud,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestsOf,
  stranger,
} from '../../support';

const put = async (unitId: string, fileKey: string, n: number, over: Partial<Attachment> = {}) => {
  const row: Attachment = {
    _id: `attachment-${n}`,
    unitId,
    kind: 'licence',
    fileKey,
    name: `材料${n}.jpg`,
    subjectId: null,
    by: '示例秘书',
    at: new Date(NOW),
    removedAt: null,
    order: `${NOW}_${String(n).padStart(3, '0')}`,
    ...over,
  };
  await cloud.insert('attachments', [{ ...row }]);
};

describe('unit.papers', () => {
  it('is for staff, and names a field that is wrong', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    expect(await stranger().fails('unit.papers', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('unit.papers', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('unit.papers', { unitId: 'x y' })).toMatchObject({
      code: 'invalid',
      field: 'unitId',
    });
  });

  it('shows what lies in the file, the newest first, not what was taken out', async () => {
    const staff = await makeStaff('editor');
    const [unit, other] = [await makeUnit(), await makeUnit()];
    const { _id: fileKey } = await makeUpload({ use: 'licence', fileId: null });
    await put(unit._id, fileKey, 1);
    await put(unit._id, fileKey, 2, { kind: 'letter', subjectId: 'handover-1' });
    await put(unit._id, fileKey, 3, { removedAt: new Date(NOW) });
    await put(other._id, fileKey, 4);
    const { papers, next } = await staff.ask('unit.papers', { unitId: unit._id });
    expect(papers).toEqual([
      {
        attachmentId: 'attachment-2',
        kind: 'letter',
        name: '材料2.jpg',
        by: '示例秘书',
        at: NOW,
        url: null,
        subjectId: 'handover-1',
      },
      expect.objectContaining({ attachmentId: 'attachment-1', subjectId: null }),
    ]);
    expect(next).toBeNull();
    expect((await requestsOf('unit.papers')).length).toBeLessThanOrEqual(4);
  });

  it('pages without gap or double', async () => {
    const staff = await makeStaff();
    const unit = await makeUnit();
    const { _id: fileKey } = await makeUpload({ use: 'licence', fileId: null });
    for (let i = 0; i < 23; i += 1) await put(unit._id, fileKey, i);
    const first = await staff.ask('unit.papers', { unitId: unit._id });
    const second = await staff.ask('unit.papers', { unitId: unit._id, cursor: first.next ?? '' });
    const ids = [...first.papers, ...second.papers].map(({ attachmentId }) => attachmentId);
    expect([ids.length, new Set(ids).size, second.next]).toEqual([23, 23, null]);
  });
});
