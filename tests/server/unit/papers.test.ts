import type { Attachment } from '@server/stores/attachments';
import {
  cloud,
  makeFiling,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { makePicture } from '../privacy/persons';

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
        closed: false,
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

  it('opens a person’s own papers to who reviews registrations alone, and tells the person', async () => {
    const unit = await makeUnit();
    const person = await makePerson();
    const filing = await makeFiling(unit, { openid: person.openid });
    const { _id: fileKey } = await makePicture(person.openid, 'recommendation');
    await put(unit._id, fileKey, 1, { kind: 'form', subjectId: filing._id });
    await put(unit._id, fileKey, 2, { kind: 'proof', subjectId: filing._id });
    await put(unit._id, fileKey, 3);
    const seen = async () => (await person.ask('privacy.views', {})).views;
    const open = (shown: { papers: { url: string | null; closed: boolean }[] }) =>
      shown.papers.map(({ url, closed }) => [url !== null, closed]);
    for (const role of ['editor', 'meeting', 'finance'] as const)
      expect(open(await (await makeStaff(role)).ask('unit.papers', { unitId: unit._id }))).toEqual([
        [true, false],
        [false, true],
        [false, true],
      ]);
    expect(await seen()).toEqual([]);
    const reviewer = await makeStaff('member', '示例会员部');
    for (let i = 0; i < 2; i += 1) {
      const shown = open(await reviewer.ask('unit.papers', { unitId: unit._id }));
      expect(shown).toEqual([
        [true, false],
        [true, false],
        [true, false],
      ]);
      expect((await requestsOf('unit.papers')).length).toBeLessThanOrEqual(6);
    }
    expect(await seen()).toMatchObject([
      { who: '示例会员部', how: '看到了您的盖章登记表或证明，上面有手机号' },
    ]);
  });
});
