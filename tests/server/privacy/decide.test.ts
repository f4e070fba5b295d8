import {
  cloud,
  expectLog,
  makeFiling,
  makeOffice,
  makePerson,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  someForm,
  stranger,
} from '../../support';
import { makeCorrection } from '../record/records';
import { accepted } from '../seat/lent';
import { everything, isStored, makeErasure, makeFormer, makePicture } from './persons';

type Former = Awaited<ReturnType<typeof makeFormer>>;
const PERSONAL = [
  '19900005678',
  '1985-06-01',
  'demo@example.com',
  'demo-wechat',
  '029-88880000',
  '工程师',
  '2008-07-01',
];

async function asked(former?: Former) {
  const of = former ?? (await makeFormer());
  const { erasureId } = await of.person.change('privacy.requestErasure', { reason: '' });
  return { ...of, erasureId, staff: await makeStaff('secretary-general', '示例秘书长') };
}
const deeds = () => cloud.find('audits', { action: 'privacy.decide' });

async function isErased({ person, record, photo, seal, unit }: Former) {
  const text = await everything('filings', 'people', 'corrections', 'uploads');
  for (const words of PERSONAL) expect(text).not.toContain(words);
  expect(await cloud.find('filings', { _id: record._id })).toMatchObject([
    {
      unitName: unit.name,
      numbers: ['协会联备〔2026〕7号'],
      since: new Date('2026-01-05T00:00:00Z'),
      until: new Date('2026-10-05T00:00:00Z'),
    },
  ]);
  expect((await cloud.find('filings', { _id: record._id }))[0]?.form).toEqual({
    unitName: unit.name,
    name: '示例乙',
    position: '综合办公室主任',
  });
  expect(await cloud.find('people', { _id: person.openid })).toMatchObject([
    { name: '示例乙', verifiedMobile: null, consents: [], erasedAt: new Date(NOW) },
  ]);
  for (const { fileId } of [photo, seal]) expect(await isStored(fileId)).toBe(false);
  expect(await cloud.find('uploads', { owner: person.openid })).toEqual([]);
}

describe('privacy.decide: who and what', () => {
  it('is for the right to decide', async () => {
    const { erasureId, person } = await asked();
    const input = { erasureId, decision: 'agree' };
    expect(await stranger().fails('privacy.decide', input)).toMatchObject({ code: 'stranger' });
    expect(await person.fails('privacy.decide', input)).toMatchObject({ code: 'stranger' });
    for (const role of ['member', 'editor', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('privacy.decide', input)).toMatchObject({
        code: 'forbidden',
      });
    expect(await cloud.find('erasures', {})).toMatchObject([{ state: 'waiting' }]);
  });

  it.each([
    [{ erasureId: '' }, 'erasureId', '申请不正确'],
    [{ decision: 'maybe' }, 'decision', '请选择同意或不同意'],
    [{ decision: 'refuse' }, 'reason', '请填写不同意的原因，申请人会看到'],
    [{ decision: 'refuse', reason: '长'.repeat(201) }, 'reason', '不同意的原因最多200字'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const input = { erasureId: 'erasure-1', decision: 'agree', ...wrong };
    expect(await (await makeStaff()).fails('privacy.decide', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says so when there is no such request, or it is over', async () => {
    const { erasureId, person, staff } = await asked();
    expect(await staff.fails('privacy.decide', { erasureId: 'nowhere', decision: 'agree' })).toMatchObject({
      code: 'missing',
    });
    await person.change('privacy.withdrawErasure', { erasureId });
    for (const decision of ['agree', 'refuse'])
      expect(await staff.fails('privacy.decide', { erasureId, decision, reason: '晚了' })).toEqual({
        code: 'closed',
        message: '这份申请已撤回，不能再改',
      });
    expect(await deeds()).toEqual([]);
    expect(await everything('filings')).toContain('19900005678');
  });

  it('does not delete of somebody who took a seat or a post meanwhile', async () => {
    const unit = await makeUnit();
    const seats = [{ unitId: unit._id, unitName: unit.name, kind: 'main' as const, since: new Date(NOW) }];
    const seated = await makeFormer({ seats });
    const employed = await makeFormer({ staff: { role: 'editor', name: '示例乙' } });
    const staff = await makeStaff('secretary-general');
    const decide = async (openid: string) =>
      staff.fails('privacy.decide', { erasureId: await makeErasure(openid), decision: 'agree' });
    expect(await decide(seated.person.openid)).toEqual({
      code: 'conflict',
      message: `示例乙现在是“${unit.name}”的联络员，要先办理交接，办结后才能删除`,
    });
    expect(await decide(employed.person.openid)).toMatchObject({ code: 'conflict' });
    expect(await cloud.find('erasures', {})).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
    expect(await everything('filings')).toContain('19900005678');
  });
});

describe('privacy.decide: refused', () => {
  it('leaves everything as it is and tells the reason; twice is once', async () => {
    const { erasureId, staff, person } = await asked();
    const id = requestId();
    const input = { erasureId, decision: 'refuse' as const, reason: '审计期间按规定保留至年底' };
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('privacy.decide', input, id)).toEqual({ erasureId, state: 'refused' });
    expect((await person.ask('privacy.get', {})).erasure).toMatchObject({
      state: 'refused',
      note: '审计期间按规定保留至年底',
      decidedAt: NOW,
    });
    expect(await everything('filings')).toContain('19900005678');
    expect(await deeds()).toMatchObject([
      { _id: id, collection: 'erasures', subjectId: erasureId, openid: staff.openid },
    ]);
    await person.change('privacy.requestErasure', { reason: '再申请' });
  });
});

describe('privacy.decide: agreed', () => {
  it('empties what is personal, keeps who was liaison of which unit, and deletes the pictures', async () => {
    await makeOffice();
    const of = await asked();
    const { erasureId, staff, person } = of;
    const id = requestId();
    expect(await staff.change('privacy.decide', { erasureId, decision: 'agree' }, id)).toEqual({
      erasureId,
      state: 'agreed',
    });
    // Every place the person may stand in is looked at; a handful of such requests come a year.
    expect((await requestsOf('privacy.decide')).length).toBeLessThanOrEqual(38);
    await isErased(of);
    expect(await cloud.find('erasures', {})).toMatchObject([
      { state: 'agreed', decidedBy: '示例秘书长', consents: [{ version: '2026-11' }] },
    ]);
    expect(await deeds()).toMatchObject([{ _id: id, collection: 'erasures', subjectId: erasureId }]);
    expect(await person.ask('privacy.get', {})).toMatchObject({
      consents: [],
      verifiedMobile: '',
      erasedAt: NOW,
      erasure: { state: 'agreed' },
    });
    expect(await staff.change('privacy.decide', { erasureId, decision: 'agree' }, id)).toEqual({
      erasureId,
      state: 'agreed',
    });
    expect(await deeds()).toHaveLength(1);
  });

  it('ends a registration that still waits, and touches nobody else’s', async () => {
    await makeOffice();
    const former = await makeFormer();
    const open = await makeFiling(await makeUnit(), { openid: former.person.openid });
    const other = await makePerson({ name: '示例丙', verifiedMobile: '19911112222' });
    const theirs = await makePicture(other.openid, 'photo');
    const record = await makeFiling(await makeUnit(), {
      openid: other.openid,
      open: false,
      state: 'refused',
      form: { name: '示例丙', mobile: '19911112222', photo: theirs._id },
    });
    const { staff, erasureId } = await asked(former);
    await staff.change('privacy.decide', { erasureId, decision: 'agree' });
    await isErased(former);
    expect(await cloud.find('filings', { _id: open._id })).toMatchObject([
      { state: 'refused', open: false, slot: open._id, note: '按您的申请删除了个人信息，这份登记不再办理' },
    ]);
    expect(await cloud.find('filings', { _id: record._id })).toMatchObject([{ form: record.form }]);
    expect(await isStored(theirs.fileId)).toBe(true);
    expect(await staff.fails('filing.approve', { filingId: open._id })).toMatchObject({ code: 'closed' });
  });

  it('ends what was lent to the person, and the lender sees it', async () => {
    await makeOffice();
    const { unit, lender, proxy, proxyId } = await accepted();
    const erasureId = await makeErasure(proxy.openid, { name: '示例代理' });
    await (await makeStaff()).change('privacy.decide', { erasureId, decision: 'agree' });
    const { proxies } = await lender.ask('seat.proxies', { unitId: unit._id });
    expect(proxies).toMatchObject([{ proxyId, state: 'ended' }]);
  });

  it('leaves a picture that another person sent in', async () => {
    const theirs = await makePicture('openid-another', 'photo');
    const former = await makeFormer({}, { form: someForm({ name: '示例乙', photo: theirs._id }) });
    const { staff, erasureId } = await asked(former);
    await staff.change('privacy.decide', { erasureId, decision: 'agree' });
    expect(await isStored(theirs.fileId)).toBe(true);
  });

  it('keeps a picture that is a paper of the unit, and deletes the sealed form', async () => {
    const former = await makeFormer();
    const { person, unit, record } = former;
    const [form, letter] = [
      await makePicture('openid-staff', 'proofLetter'),
      await makePicture(person.openid, 'letter'),
    ];
    const paper = (fileKey: string, kind: string) => ({
      _id: `paper-${kind}`,
      unitId: unit._id,
      kind,
      fileKey,
      name: '图.png',
      subjectId: record._id,
      by: '示例秘书',
      at: new Date(NOW),
      removedAt: null,
      order: `${NOW}_${kind}`,
    });
    await cloud.insert('attachments', [paper(form._id, 'form'), paper(letter._id, 'letter')]);
    const { staff, erasureId } = await asked(former);
    await staff.change('privacy.decide', { erasureId, decision: 'agree' });
    expect(await isStored(form.fileId)).toBe(false);
    expect(await isStored(letter.fileId)).toBe(true);
    expect(await cloud.find('attachments', { removedAt: null })).toMatchObject([{ kind: 'letter' }]);
  });

  it('empties old corrections too', async () => {
    const former = await makeFormer();
    await cloud.insert('corrections', [
      {
        _id: 'correction-1',
        unitId: former.unit._id,
        unitName: former.unit.name,
        filingId: former.record._id,
        openid: former.person.openid,
        name: '示例乙',
        keys: ['mobile', 'position'],
        old: { mobile: '19900005678', position: '职员' },
        changed: { mobile: '19900005679', position: '综合办公室主任' },
        decided: { mobile: { agreed: false, reason: '19900005678才对' } },
        reason: '换号，旧号19900005678停用',
        state: 'decided',
        slot: 'correction-1',
        order: `${NOW}_correction-1`,
        requests: [],
      },
    ]);
    const { staff, erasureId } = await asked(former);
    await staff.change('privacy.decide', { erasureId, decision: 'agree' });
    const [row] = await cloud.find('corrections', {});
    expect(row).toMatchObject({
      old: { position: '职员' },
      changed: { position: '综合办公室主任' },
      decided: { mobile: { agreed: false, reason: '' } },
    });
    expect(JSON.stringify(row)).not.toContain('1990000');
  });

  it('takes back a change that still waits, so that the office is not left with an empty one', async () => {
    const former = await makeFormer();
    const changed = { mobile: '19900005679' };
    const row = await makeCorrection(former.record, { keys: ['mobile'], old: {}, changed });
    const { staff, erasureId } = await asked(former);
    await staff.change('privacy.decide', { erasureId, decision: 'agree' });
    expect(await cloud.find('corrections', {})).toMatchObject([
      { state: 'withdrawn', slot: row._id, old: {}, changed: {} },
    ]);
    expect((await staff.ask('record.corrections', {})).corrections).toEqual([]);
  });

  it('leaves a record in force alone that came meanwhile', async () => {
    const unit = await makeUnit();
    const seats = [{ unitId: unit._id, unitName: unit.name, kind: 'main' as const, since: new Date(NOW) }];
    const { person, record } = await makeFormer({ seats });
    const photo = await makePicture(person.openid, 'photo');
    const form = someForm({ photo: photo._id });
    const now = await makeFiling(unit, {
      openid: person.openid,
      open: false,
      state: 'approved',
      inForce: true,
      form,
    });
    // Agreed already, and seated before the deletion was finished.
    const erasureId = await makeErasure(person.openid, { state: 'erasing' });
    await (await makeStaff()).change('privacy.decide', { erasureId, decision: 'agree' });
    expect(await cloud.find('filings', { _id: now._id })).toMatchObject([{ form, inForce: true }]);
    expect(await isStored(photo.fileId)).toBe(true);
    expect(await cloud.find('people', { _id: person.openid })).toMatchObject([
      { verifiedMobile: '19900005678', seats: [{ unitId: unit._id }] },
    ]);
    expect((await cloud.find('filings', { _id: record._id }))[0]?.form).not.toHaveProperty('mobile');
  });

  const cuts = [
    ...[0, 1, 2, 3].map((skip) => ['database.modifyDocument', skip] as const),
    ...[0, 1].map((skip) => ['database.deleteDocument', skip] as const),
    ...[0, 1].map((skip) => ['storage.batchDeleteFile', skip] as const),
    ['database.insertDocument', 0] as const,
  ].flatMap(([api, skip]) =>
    (['kill-function', 'kill-after', 'drop-reply'] as const).map((fault) => [api, skip, fault] as const),
  );
  it.each(cuts)('is finished by its repeat when it dies at %s %i (%s)', async (api, skip, fault) => {
    expectLog(/privacy\.decide/);
    const of = await asked();
    const id = requestId();
    const input = { erasureId: of.erasureId, decision: 'agree' as const };
    await cloud.script({ api, function: 'api', skip, times: 1, fault });
    await of.staff.call('privacy.decide', input, id).catch(() => 'died');
    expect(await of.staff.change('privacy.decide', input, id)).toEqual({
      erasureId: of.erasureId,
      state: 'agreed',
    });
    await isErased(of);
    expect(await deeds()).toMatchObject([{ _id: id }]);
  });

  it('is finished by another who agrees again, when the first never comes back', async () => {
    expectLog(/privacy\.decide/);
    const of = await asked();
    const input = { erasureId: of.erasureId, decision: 'agree' as const };
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-function',
    });
    await of.staff.call('privacy.decide', input, requestId()).catch(() => 'died');
    const other = await makeStaff('admin');
    expect((await other.ask('privacy.requests', {})).requests).toMatchObject([{ state: 'erasing' }]);
    expect(await other.fails('privacy.decide', { ...input, decision: 'refuse', reason: '不' })).toEqual({
      code: 'closed',
      message: '这份申请正在删除，不能再改',
    });
    await other.change('privacy.decide', input);
    await isErased(of);
  });

  it('lets the person register again, who is asked to agree anew', async () => {
    await makeOffice();
    const of = await asked();
    await of.staff.change('privacy.decide', { erasureId: of.erasureId, decision: 'agree' });
    expect(await of.person.fails('filing.phone', { code: 'x' })).toMatchObject({ code: 'consent' });
  });
});
