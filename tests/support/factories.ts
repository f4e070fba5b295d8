import type { Form } from '@contract/form';
import type { Role } from '@contract/rules/rights';
import type { Code } from '@server/stores/codes';
import { filingSlot, notInForce, type Filing } from '@server/stores/filings';
import type { Notice } from '@server/stores/notices';
import type { Office } from '@server/stores/offices';
import { newPerson, type Person } from '@server/stores/people';
import { newReceipt, type Receipt } from '@server/stores/receipts';
import type { Seat, Unit } from '@server/stores/units';
import type { Upload } from '@server/stores/uploads';
import { as } from './callers';
import { cloud, NOW } from './cloud';

/** Rows with sensible values; each factory stores one and takes overrides. Names are invented. */

let made = 0;
const next = (what: string) => `${what}-${String((made += 1)).padStart(4, '0')}`;
const now = () => new Date(NOW);
export const later = (days: number): Date => new Date(now().getTime() + days * 86_400_000);

async function store<T extends { _id: string }>(collection: string, row: T): Promise<T> {
  await cloud.insert(collection, [row]);
  return row;
}

export const makeOffice = (over: Partial<Office> = {}) =>
  store<Office>('offices', {
    _id: 'office',
    name: '示例市煤炭工业协会',
    preset: 'shaanxi-coal',
    hosts: [
      { id: 'association', name: '示例市煤炭工业协会', short: '协会', accent: '#1F5FBF' },
      { id: 'society', name: '示例市煤炭学会', short: '学会', accent: '#1B7F4B' },
    ],
    createdAt: now(),
    ...over,
  });

export async function makePerson(over: Partial<Person> = {}) {
  const row = await store<Person>('people', { ...newPerson(next('openid'), now()), name: '示例甲', ...over });
  return { ...as(row._id), row };
}

export const makeStaff = (role: Role = 'admin', name = '示例秘书') =>
  makePerson({ name, staff: { role, name } });

/** Somebody WeChat knows and we do not. */
export const stranger = () => as(next('stranger'));

export function makeUnit(over: Partial<Unit> = {}) {
  const id = over._id ?? next('unit');
  return store<Unit>('units', {
    _id: id,
    name: `示例${id}矿业有限公司`,
    short: '',
    nature: 'state',
    stateLevel: 'province',
    address: '示例省示例市示例路1号',
    postCode: '710000',
    hosts: ['association'],
    region: '西安',
    industry: '煤炭',
    post: 'ordinary',
    sortKey: `shi li ${id}|${id}`,
    initials: 'sl',
    pinyin: 'shili',
    grams: [],
    active: true,
    seats: { main: null, deputy: null },
    seated: false,
    people: '',
    regionKey: 'xi an',
    regionPlace: `xi an 西安 #shi li ${id}|${id}`,
    industryPlace: `mei tan 煤炭 #shi li ${id}|${id}`,
    postPlace: `4 #shi li ${id}|${id}`,
    vacantSince: now(),
    left: null,
    creditCode: '',
    legalRep: '',
    landline: '',
    fax: '',
    email: '',
    website: '',
    tags: [],
    joinedOn: null,
    contacts: [],
    createdAt: now(),
    updatedAt: now(),
    requests: [],
    ...over,
  });
}

/** A person on the unit's main seat, as an approval leaves it. */
export async function makeLiaison(unit: Unit, over: Partial<Person> = {}) {
  const since = now();
  const person = await makePerson({
    name: '示例联络员',
    seats: [{ unitId: unit._id, unitName: unit.name, kind: 'main', since }],
    ...over,
  });
  return person;
}

/** A unit with somebody on its main seat. */
export async function makeSeatedUnit(over: Partial<Unit> = {}) {
  const openid = next('openid');
  const seat: Seat = {
    kind: 'main',
    openid,
    name: '示例联络员',
    position: '办公室主任',
    phone: '19900001234',
    landline: '029-88880000',
    filingId: next('filing'),
    numbers: ['协会联备〔2026〕1号'],
    since: now(),
  };
  const unit = await makeUnit({
    seats: { main: seat, deputy: null },
    seated: true,
    vacantSince: null,
    ...over,
  });
  const liaison = await makeLiaison(unit, { _id: openid });
  return { unit, liaison };
}

export function makeCode(over: Partial<Code> = {}) {
  const id = over._id ?? `Code${String((made += 1)).padStart(14, '0')}`;
  return store<Code>('codes', {
    _id: id,
    unitId: null,
    unitName: null,
    issuedBy: 'openid-staff',
    createdAt: now(),
    expiresAt: later(30),
    revokedAt: null,
    uses: 0,
    pictureId: null,
    order: `${NOW}_${id}`,
    requestId: next('request-of-code'),
    ...over,
  });
}

export function makeNotice(over: Partial<Notice> = {}) {
  const id = over._id ?? next('notice');
  return store<Notice>('notices', {
    _id: id,
    title: '关于报送四季度信息的通知',
    hostId: 'association',
    hostName: '示例市煤炭工业协会',
    body: [{ type: 'paragraph', runs: [{ text: '各会员单位：请报送四季度信息。' }] }],
    dueAt: later(3),
    asking: { kind: 'confirm' },
    style: 'plain',
    audience: { kind: 'all' },
    state: 'published',
    running: true,
    settled: false,
    cursor: null,
    counts: { total: 0, opened: 0, confirmed: 0 },
    check: 'pass',
    publishedAt: now(),
    publishedBy: '示例秘书',
    order: `${NOW}_${id}`,
    ...over,
  });
}

export const makeReceipt = (notice: Notice, unit: Unit, over: Partial<Receipt> = {}) =>
  store<Receipt>('receipts', { ...newReceipt(notice, unit), ...over });

export const makeUpload = (over: Partial<Upload> = {}) =>
  store<Upload>('uploads', {
    _id: next('upload-key'),
    owner: 'openid-owner',
    use: 'picture',
    name: '图片.png',
    size: 100,
    cloudPath: 'files/2026-11/x/x.png',
    fileId: 'cloud://local/files/2026-11/x/x.png',
    createdAt: now(),
    ...over,
  });

export const someForm = (over: Partial<Form> = {}): Form => ({
  unitName: '示例一矿有限公司',
  unitNature: 'state',
  unitStateLevel: 'province',
  address: '示例省示例市示例路1号',
  postCode: '710000',
  name: '示例乙',
  gender: '女',
  ethnicity: '汉族',
  birthDate: '1985-06-01',
  politics: '群众',
  education: '本科',
  title: '工程师',
  position: '综合办公室主任',
  email: 'demo@example.com',
  landline: '029-88880000',
  mobile: '19900005678',
  wechat: 'demo-wechat',
  resume: [{ start: '2008-07-01', end: null, work: '示例一矿 办公室' }],
  photo: 'upload-photo-0001',
  recommendation: 'upload-seal-0001',
  ...over,
});

export function makeFiling(unit: Unit, over: Partial<Filing> = {}) {
  const id = over._id ?? next('filing');
  const { open = true, openid = 'openid-applicant' } = over;
  return store<Filing>('filings', {
    _id: id,
    ...notInForce,
    kind: 'main',
    unitId: unit._id,
    unitName: unit.name,
    hosts: unit.hosts,
    openid,
    codeId: 'Code00000000000000',
    form: someForm({ unitName: unit.name }),
    mobileVerified: false,
    state: 'submitted',
    open,
    slot: open ? filingSlot(openid, unit._id) : id,
    numbers: [],
    returned: [],
    note: '',
    history: [],
    submittedAt: now(),
    order: `${NOW}_${id}`,
    requests: [],
    ...over,
  });
}
