import { CONSENT_VERSION } from '@contract/filing';
import {
  cloud,
  later,
  makeCode,
  makeFiling,
  makeLiaison,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

const MB = 1024 * 1024;
const photo = { use: 'photo' as const, name: '照片.jpg', size: 1000 };

describe('file.ticket', () => {
  const rows = () => cloud.find('uploads', {});

  it('turns a stranger without a code away', async () => {
    expect(await stranger().fails('file.ticket', photo)).toMatchObject({ code: 'stranger' });
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ use: 'film' }, 'use', '没有这种文件用途'],
    [{ name: '' }, 'name', '请填写文件名'],
    [{ name: '长'.repeat(5000) }, 'name', '文件名最多120字'],
    [
      { name: '照片.HEIC' },
      'name',
      '这是苹果手机的HEIC照片，请在手机“设置-相机-格式”里选“兼容性最佳”后重拍，或截一张图再选',
    ],
    [{ name: '照片.pdf' }, 'name', '照片只能是jpg、png文件，请换一个'],
    [{ name: '没有扩展名' }, 'name', '照片只能是jpg、png文件，请换一个'],
    [{ size: 0 }, 'size', '文件是空的'],
    [{ size: '大' }, 'size', '文件大小不正确'],
    [{ size: 10 * MB }, 'size', '照片最大5MB，请压缩后再传'],
    [{ use: 'attachment', name: 'a.docx', size: 20 * MB + 1 }, 'size', '附件最大20MB，请压缩后再传'],
    [{ use: 'attachment', name: 'a.exe' }, 'name', '附件只能是jpg、png、pdf、docx、xlsx文件，请换一个'],
    [{ use: 'attachment', name: 'a.xls' }, 'name', '附件只能是jpg、png、pdf、docx、xlsx文件，请换一个'],
    [
      { use: 'roster', name: '名册.csv' },
      'name',
      '名册只能是.xlsx或.xls文件：请用Excel或WPS打开，另存为.xlsx后再导入',
    ],
    [{ use: 'roster', name: '名册.doc' }, 'name', '名册只能是xlsx、xls文件，请换一个'],
    [
      { use: 'roster', name: 'a.xls', size: 10 * MB + 1 },
      'size',
      '名册最大10MB，请删去表里的图片，或分成几个文件后再传',
    ],
    [{ use: 'licence', name: '执照.pdf' }, 'name', '营业执照只能是jpg、png文件，请换一个'],
    [{ use: 'proofLetter', name: '证明.docx' }, 'name', '单位证明只能是jpg、png文件，请换一个'],
    [{ codeId: 'x' }, 'codeId', '登记码不正确，请重新扫码'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('file.ticket', { ...photo, ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await rows()).toEqual([]);
  });

  it('wants a valid code of who has no seat', async () => {
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const expired = await makeCode({ expiresAt: later(0) });
    const revoked = await makeCode({ revokedAt: later(0) });
    expect(await former.fails('file.ticket', photo)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('file.ticket', { ...photo, codeId: expired._id })).toMatchObject({
      code: 'expired',
    });
    expect(await former.fails('file.ticket', { ...photo, codeId: revoked._id })).toMatchObject({
      code: 'expired',
    });
    expect(await former.fails('file.ticket', { ...photo, codeId: 'Code99999999999999' })).toMatchObject({
      code: 'missing',
      field: 'codeId',
    });
    expect(await rows()).toEqual([]);
  });

  it.each([
    ['not consented', []],
    ['consented to an older text', [{ version: '2025-01', at: later(-300) }]],
  ])('wants consent of who comes by a code: %s', async (_what, consents) => {
    const { _id: codeId } = await makeCode();
    const who = await makePerson({ consents });
    for (const one of [who, stranger()])
      expect(await one.fails('file.ticket', { ...photo, codeId })).toMatchObject({ code: 'consent' });
    expect(await rows()).toEqual([]);
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('gives who consented and has a code a place for what a registration takes, no other', async () => {
    const { _id: codeId } = await makeCode();
    const who = await makePerson({ consents: [{ version: CONSENT_VERSION, at: later(-1) }] });
    const id = requestId();
    expect(await who.change('file.ticket', { ...photo, name: '我的.JPEG', codeId }, id)).toEqual({
      fileKey: id,
      cloudPath: `files/2026-11/${id}/${id}.jpg`,
    });
    expect(await rows()).toMatchObject([
      { _id: id, owner: who.openid, use: 'photo', name: '我的.JPEG', size: 1000, fileId: null },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([{ action: 'file.ticket', subjectId: id }]);
    expect(await requestsOf('file.ticket')).toHaveLength(5);
    for (const use of ['recommendation', 'proofLetter', 'licence', 'letter'] as const)
      expect(await who.change('file.ticket', { ...photo, use, codeId })).toHaveProperty('fileKey');
    const attachment = { use: 'attachment', name: 'a.pdf', size: 10, codeId };
    const roster = { use: 'roster', name: 'a.xlsx', size: 10, codeId };
    for (const other of [attachment, roster, { ...photo, use: 'paper', codeId }])
      expect(await who.fails('file.ticket', other)).toMatchObject({ code: 'stranger' });
  });

  it('gives one to staff, liaisons, and whoever has to correct a registration', async () => {
    const unit = await makeUnit();
    const corrector = stranger();
    await makeFiling(unit, {
      openid: corrector.openid,
      state: 'returned',
      slot: `${corrector.openid}_${unit._id}`,
    });
    const { liaison } = await makeSeatedUnit();
    for (const who of [await makeStaff('finance'), liaison, corrector])
      expect(await who.change('file.ticket', photo)).toMatchObject({
        cloudPath: expect.stringMatching(/\.jpg$/),
      });
  });

  it('stops at sixty a day, counted in Shanghai', async () => {
    const staff = await makeStaff();
    const midnight = new Date('2026-11-22T16:00:00.000Z');
    const yesterday = new Date(midnight.getTime() - 1);
    for (let i = 0; i < 59; i += 1) await makeUpload({ owner: staff.openid, createdAt: midnight });
    for (let i = 0; i < 5; i += 1) await makeUpload({ owner: staff.openid, createdAt: yesterday });
    await staff.change('file.ticket', photo);
    expect(await staff.fails('file.ticket', photo)).toEqual({
      code: 'conflict',
      message: '每人每天最多上传60个文件，请明天再传',
    });
    expect(await rows()).toHaveLength(65);
    await cloud.clock.set('2026-11-23T16:00:00.000Z');
    await staff.change('file.ticket', photo);
  });

  it('gives the same place when sent twice, and nobody else’s', async () => {
    const staff = await makeStaff();
    const id = requestId();
    expect(await staff.change('file.ticket', photo, id)).toEqual(
      await staff.change('file.ticket', photo, id),
    );
    expect(await (await makeStaff()).fails('file.ticket', photo, id)).toMatchObject({ code: 'conflict' });
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
