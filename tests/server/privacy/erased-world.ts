import { collections } from '@config/database';
import { searchFields } from '@server/kit/search';
import { newMessage } from '@server/stores/outbox';
import type { Proxy } from '@server/stores/proxies';
import {
  cloud,
  makeFiling,
  makeNotice,
  makePerson,
  makeReceipt,
  makeStaff,
  makeUnit,
  NOW,
  someForm,
} from '../../support';
import { makeCheck } from '../check/contents';
import { makeFormNotice, handedIn } from '../notice/forms';
import { makeCorrection } from '../record/records';
import { bookOf, committed, HEADERS, planned, replanned, rowOf, uploaded } from '../roster/books';
import { makePicture } from './persons';
import { textsOf } from './texts-of';

/** Somebody whose data are to be deleted, in every kind of row and file an office holds, and a look through all of them. */

export const CANARY = '金丝雀';
export const SECRETS = ['19977776666', '19966667777', 'canary@example.com', 'canary-wechat'];
const [mobile = '', oldMobile = '', email = '', wechat = ''] = SECRETS;
const at = new Date(NOW);
const spaced = '199 7777-6666';
const by = { openid: 'openid-staff', name: '示例秘书' };

export async function standsEverywhere() {
  const staff = await makeStaff('secretary-general', '示例秘书长');
  const contacts = [
    { kind: 'liaison' as const, name: CANARY, phone: mobile, email, wechat, position: '', landline: '' },
    {
      kind: 'finance' as const,
      name: '示例会计',
      phone: '19911110000',
      landline: `029-88880000、${spaced}`,
      position: '',
      email: '',
      wechat: '',
    },
  ];
  const found = { name: '示例金矿有限公司', short: '', region: '西安', contacts };
  const unit = await makeUnit({ ...found, ...searchFields(found, 'unit-gold'), _id: 'unit-gold' });
  const person = await makePerson({ name: CANARY, verifiedMobile: mobile, digest: true });
  const { openid } = person;
  const pictures = [await makePicture(openid, 'photo'), await makePicture(openid, 'recommendation')];
  const form = { photo: pictures[0]?._id, recommendation: pictures[1]?._id };
  const record = await makeFiling(unit, {
    openid,
    form: { ...someForm({ name: CANARY, mobile, email, wechat }), ...form },
    open: false,
    state: 'closed',
    since: at,
    until: at,
    history: [{ at, event: 'return', by: by.name, note: `${mobile}写错了` }],
  });
  await makeCorrection(record, {
    keys: ['mobile'],
    old: { mobile: oldMobile },
    changed: { mobile },
    state: 'decided',
    slot: 'decided-1',
  });
  await inRows({ openid, unitId: unit._id, unitName: unit.name, filingId: record._id });
  await answered(staff, unit);
  await inFiles(staff, record._id, unit._id);
  return { person, staff, unit, record };
}

type Staff = Awaited<ReturnType<typeof makeStaff>>;
type Unit = Awaited<ReturnType<typeof makeUnit>>;

interface Ids {
  openid: string;
  unitId: string;
  unitName: string;
  filingId: string;
}

async function inRows({ openid, unitId, unitName, filingId }: Ids) {
  const join = { groupId: 'group-1', unitId, unitName, state: 'in', at, by: by.name, requests: [] };
  await cloud.insert('joins', [
    { ...join, _id: 'join-1', openid, name: CANARY, order: '1' },
    { ...join, _id: 'join-2', openid: '', name: CANARY, order: '2' },
  ]);
  await cloud.insert('handovers', [
    {
      _id: 'handover-1',
      unitId,
      unitName,
      leaver: { openid, name: CANARY, filingId },
      successor: null,
      code: 'code-1',
      state: 'cancelled',
      slot: 'handover-1',
      reason: `离职，以后打${mobile}`,
      history: [{ at, event: 'start', by: CANARY, note: `微信${wechat}` }],
      order: `${NOW}_1`,
      requests: [],
    },
  ]);
  const proxy: Partial<Proxy> = { _id: 'proxy-1', unitId, lender: { openid, name: CANARY, filingId } };
  await cloud.insert('proxies', [{ ...proxy, code: 'code-2', order: '1' }]);
  const message = { message: 'todo' as const, openid, unitId, subjectId: 'n', page: 'p', notBefore: at };
  const data = { thing1: `${CANARY}的待办` };
  await cloud.insert('outbox', [
    { ...newMessage({ ...message, _id: 'waits', data }) },
    { ...newMessage({ ...message, _id: 'sent', data }), state: 'sent' },
  ]);
  await makeCheck({ openid, name: CANARY, about: '登记表', excerpt: `${CANARY}${mobile}` });
  await makeCheck({ openid, name: CANARY, about: '回执表', excerpt: `请打${spaced}` });
}

/** By form and by 接龙, as the actions leave it, and a note of the secretariat. */
async function answered(staff: Staff, unit: Unit) {
  const q4 = `${CANARY}开车，电话${spaced}，${email.toUpperCase()}`;
  const answers = { q1: 1, q2: [CANARY, `司机${mobile}`], q3: ['住'], q4 };
  await makeReceipt(await makeFormNotice(), unit, handedIn({ answers }));
  const plain = await makeNotice({ counts: { total: 2, opened: 0, confirmed: 0 } });
  await makeReceipt(plain, unit);
  const entries = [{ unitId: unit._id, name: CANARY, line: 1 }];
  await staff.change('notice.fillJielong', { noticeId: plain._id, entries });
  const noted = await makeNotice();
  await makeReceipt(noted, unit);
  const note = `回电${mobile}`;
  const input = { noticeId: noted._id, unitId: unit._id, channel: 'phone' as const, name: CANARY, note };
  await staff.change('notice.record', input);
}

/** Rosters planned twice, never read, in force; exports, a print, a sealed form in the file and one taken out. */
async function inFiles(staff: Staff, filingId: string, unitId: string) {
  const row = { 联络员: CANARY, 手机: mobile };
  const book = (name: string) => bookOf({ 名册: [HEADERS, rowOf(name, row), rowOf('', row)] });
  const ours = { defaults: { hosts: '协会' } };
  const once = await planned(staff, book('铜川第一运输有限公司'), ours);
  await replanned(staff, once.importId, { ...ours, decisions: [{ row: '0-2', as: 'skip' }] });
  const other = await planned(staff, book('榆林第二物流有限公司'), ours);
  await committed(staff, other.importId, other.version);
  await staff.change('roster.rejects', { importId: other.importId });
  await uploaded(staff, book('延安第三机械有限公司'));
  await staff.change('roster.export', { kind: 'directory', search: CANARY });
  await staff.change('paper.form', { filingId });
  for (const [i, over] of [{ subjectId: filingId }, { name: `${CANARY}登记表.png` }, {}].entries()) {
    const { _id: fileKey } = await makePicture(staff.openid, 'letter');
    const kept = { unitId, kind: 'form', subjectId: null, name: '表.png', by: by.name, at, removedAt: null };
    const gone = i === 2 && { subjectId: filingId, removedAt: at };
    await cloud.insert('attachments', [
      { ...kept, ...over, ...gone, _id: `paper-${i}`, fileKey, order: `${NOW}_${i}` },
    ]);
  }
  return { importId: other.importId };
}

/** Which rows hold the words, as `collection.field.of.it`. */
export async function rowsWith(words: string): Promise<string[]> {
  const places = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' && flat(value).includes(flat(words))) places.add(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      walk(inner, Array.isArray(value) ? path : `${path}.${key}`);
  };
  for (const { name } of collections) for (const row of await cloud.find(name, {})) walk(row, name);
  return [...places].sort();
}

const flat = (text: string): string => text.replace(/[\s-]/g, '').toLowerCase();

/** Paths of stored files that hold the words, plain or packed (a workbook, a document, a zip of them). */
export async function filesWith(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const { path, url } of await stored()) {
    const bytes = Buffer.from(await (await fetch(`${cloud.url}${url}`)).arrayBuffer());
    if ((await textsOf(bytes)).some((text) => flat(text).includes(flat(words)))) found.push(path);
  }
  return found.sort();
}

export async function stored(): Promise<{ path: string; url: string }[]> {
  const state = (await (await fetch(`${cloud.url}/__cloud/state`)).json()) as {
    files: { path: string; url: string }[];
  };
  return state.files;
}
