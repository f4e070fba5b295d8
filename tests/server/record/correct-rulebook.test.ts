import { cloud, makeUpload, stranger } from '../../support';
import { asking, correctionsNow, pictureOf, world } from './records';

/** What the rulebooks add: the sealed licence (E), two working days (信息安全), words and pictures of the caller’s own. */

const registry = { preset: 'business-registry' } as const;

describe('record.correct, by the business registry’s rulebook', () => {
  it.each([
    [{ legalRep: '示例新法人' }, '法定代表人'],
    [{ mobile: '19900009999' }, '手机'],
    [{ creditCode: '91610000MA6TEST00X', address: '示例省示例市新路2号' }, '统一社会信用代码'],
  ])('wants the sealed licence with %j', async (changes, label) => {
    const { unit, liaison } = await world(registry, {
      form: { ...legal },
    });
    expect(await liaison.fails('record.correct', asking(unit, changes))).toEqual({
      code: 'invalid',
      field: 'proofKey',
      message: `变更“${label}”须附加盖公章的营业执照复印件照片`,
    });
    const licence = await pictureOf(liaison.openid, 'licence');
    await liaison.change('record.correct', asking(unit, changes, { proofKey: licence._id }));
    expect(await correctionsNow()).toMatchObject([{ proofKey: licence._id }]);
  });

  it('wants none for an address, and no other person’s or unfinished picture', async () => {
    const { unit, liaison } = await world(registry, { form: legal });
    const others = await pictureOf('openid-else', 'licence');
    const unfinished = await makeUpload({ owner: liaison.openid, use: 'licence', fileId: null });
    const photo = await pictureOf(liaison.openid, 'photo');
    for (const { _id } of [others, unfinished, photo, { _id: 'no-such-upload' }])
      expect(
        await liaison.fails('record.correct', asking(unit, { legalRep: '示例新法人' }, { proofKey: _id })),
      ).toEqual({ code: 'invalid', field: 'proofKey', message: '营业执照照片没有上传成功，请重新上传' });
    await liaison.change('record.correct', asking(unit, { address: '示例省示例市新路2号' }));
    expect(await correctionsNow()).toMatchObject([{ proofKey: null, keys: ['address'] }]);
  });
});

const legal = {
  unitName: '示例一矿有限公司',
  unitNature: 'private' as const,
  creditCode: '91610000MA6TEST001',
  legalRep: '示例法人',
  address: '示例省示例市示例路1号',
  name: '示例乙',
  position: '办公室主任',
  mobile: '19900005678',
  recommendation: 'upload-seal-0001',
  licence: 'upload-licence-0001',
  idNumber: 'v1.00000000.AAAA.AAAA.AAAA',
};

describe('record.correct, by the information security rulebook', () => {
  // Monday 23 November: a change of Thursday is two working days old, one of Wednesday three.
  it.each([
    ['2026-11-19', false],
    ['2026-11-18', true],
  ])('of a change on %s is marked late: %j', async (changedOn, late) => {
    const { unit, liaison } = await world({ preset: 'information-security' });
    const reply = await liaison.change(
      'record.correct',
      asking(unit, { mobile: '19900009999' }, { changedOn }),
    );
    expect(reply.late).toBe(late);
    expect(await correctionsNow()).toMatchObject([{ late }]);
  });
});

describe('record.correct', () => {
  it('is for no stranger, whatever the field', async () => {
    const { unit } = await world(registry);
    expect(await stranger().fails('record.correct', asking(unit, { legalRep: '某' }))).toMatchObject({
      code: 'stranger',
    });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('takes only pictures the caller uploaded for that very field', async () => {
    const { unit, liaison } = await world();
    const wrong = await pictureOf(liaison.openid, 'recommendation');
    const others = await pictureOf('openid-else', 'photo');
    for (const { _id } of [wrong, others])
      expect(await liaison.fails('record.correct', asking(unit, { photo: _id }))).toEqual({
        code: 'invalid',
        field: 'changes.photo',
        message: '图片没有上传成功，请重新上传',
      });
    const photo = await pictureOf(liaison.openid, 'photo');
    await liaison.change('record.correct', asking(unit, { photo: photo._id }));
    expect(await correctionsNow()).toMatchObject([{ keys: ['photo'], changed: { photo: photo._id } }]);
  });

  it('names the field WeChat calls risky', async () => {
    const { unit, liaison } = await world();
    expect(await liaison.fails('record.correct', asking(unit, { position: '赌博主任' }))).toMatchObject({
      code: 'risky',
      field: 'changes.position',
    });
    expect(await correctionsNow()).toEqual([]);
  });

  it.each([
    ['199 0000 9999', true],
    ['19900008888', false],
  ])('notes of the new number %s whether WeChat vouched for it: %j', async (mobile, mobileVerified) => {
    const { unit, liaison } = await world({}, {}, { verifiedMobile: '19900009999' });
    await liaison.change('record.correct', asking(unit, { mobile }));
    expect(await correctionsNow()).toMatchObject([
      { changed: { mobile: mobile.replace(/ /g, '') }, mobileVerified },
    ]);
  });
});
