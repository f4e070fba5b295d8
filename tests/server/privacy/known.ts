import { CONSENT_VERSION } from '@contract/filing';
import { contactKey as keyOf } from '@server/kit/contact-key';
import { sealIdNumber } from '@server/kit/id-number';
import { searchFields } from '@server/kit/search';
import {
  cloud,
  makeCode,
  makeFiling,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  someForm,
} from '../../support';
import { makeCheck } from '../check/contents';
import { idNumberKey } from '../filing/id-number';
import { upload } from '../file/samples';
import { makeGroup, rule } from '../group/groups';
import { begunDraft, someWriting } from '../notice/drafting';
import { handedIn, makeFormNotice } from '../notice/forms';
import { makeCorrection } from '../record/records';
import { bookOf, HEADERS, planned, rowOf } from '../roster/books';
import { png } from '../paper/papers';
import { textsOf } from './texts-of';

/** A liaison everything is known of, and the ids by which an action reaches it. */

export const NAME = '识别甲乙';
export const ID_NUMBER = '61000019850309007X';
export const MOBILE = '19977776666';
const NEW_MOBILE = '19966667777';
export const CONTACT = { phone: '19955554444', email: 'head-known@example.com' };
/** Rows of a roster nobody took in. */
const ROSTER = '19922223333';
const PHOTO = 'PHOTO-OF-SOMEBODY';
const SEALED = 'PHOTO-OF-SEALED-FORM';
export const SECRETS = [
  MOBILE,
  NEW_MOBILE,
  ID_NUMBER,
  'known@example.com',
  'known-wechat',
  CONTACT.phone,
  ROSTER,
  PHOTO,
  SEALED,
];
const at = new Date(NOW);

async function pictureOf(owner: string, use: 'photo' | 'recommendation' | 'paper', words: string) {
  const fileId = await upload(`kept/known-${use}.png`, Buffer.concat([png(), Buffer.from(words)]));
  return (await makeUpload({ owner, use, fileId, name: '图.png' }))._id;
}

export async function known() {
  await makeOffice();
  const openid = 'openid-known';
  const unitId = 'unit-known';
  const unitName = '示例识别有限公司';
  const contact = {
    kind: 'head' as const,
    name: '识别负责人',
    position: '总经理',
    phone: CONTACT.phone,
    landline: '',
    email: '',
    wechat: '',
  };
  const since = new Date('2026-01-05T00:00:00Z');
  const seat = { kind: 'main' as const, openid, name: NAME, position: '主任', phone: MOBILE, landline: '' };
  const main = { ...seat, filingId: 'filing-known', numbers: [], since };
  const found = {
    name: unitName,
    short: '',
    region: '西安',
    contacts: [contact],
    seats: { main, deputy: null },
  };
  const fields = { ...found, ...searchFields(found, unitId), seated: true, vacantSince: null };
  const unit = await makeUnit({ _id: unitId, ...fields });
  const consents = [{ version: CONSENT_VERSION, at }];
  const seats = [{ unitId, unitName, kind: 'main' as const, since }];
  const person = await makePerson({ _id: openid, name: NAME, verifiedMobile: MOBILE, seats, consents });
  process.env.ID_NUMBER_KEY = idNumberKey;
  const idNumber = sealIdNumber(ID_NUMBER);
  delete process.env.ID_NUMBER_KEY;
  const photo = await pictureOf(openid, 'photo', PHOTO);
  const form = {
    ...someForm({ unitName, name: NAME, mobile: MOBILE, email: 'known@example.com', wechat: 'known-wechat' }),
    photo,
    recommendation: await pictureOf(openid, 'recommendation', SEALED),
    idNumber,
  };
  const record = await makeFiling(unit, {
    _id: 'filing-known',
    openid,
    form,
    open: false,
    state: 'approved',
    inForce: true,
    since,
    verifiedAt: since,
    numbers: ['协会联备〔2026〕7号'],
  });
  const correction = await makeCorrection(record, {
    keys: ['mobile'],
    old: { mobile: MOBILE },
    changed: { mobile: NEW_MOBILE },
  });
  const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  const stamp = { at, openid, name: NAME, channel: 'self' as const };
  await makeReceipt(notice, unit, { state: 'opened', opened: stamp });
  const group = await makeGroup({ members: rule({ unitIds: [unitId] }) });
  const asked = await makeFormNotice();
  await makeReceipt(asked, unit, handedIn({ opened: stamp, confirmed: stamp, answered: stamp }));
  const draft = await begunDraft(await makeStaff('editor', '示例写手'));
  const code = await makeCode({ unitId, unitName });
  const check = await makeCheck({ openid, name: NAME, about: '登记表' });
  const fileKey = await pictureOf('openid-staff', 'paper', SEALED);
  await rest({ openid, unitId, unitName, fileKey });
  const admin = await makeStaff('admin', '示例管理');
  const plan = await planned(
    admin,
    bookOf({ 名册: [HEADERS, rowOf('铜川未收录有限公司', { 手机: ROSTER })] }),
  );
  return {
    openid,
    person,
    contactKey: keyOf(contact),
    ids: {
      unitId,
      unitIds: [unitId],
      filingId: record._id,
      correctionId: correction._id,
      noticeId: notice._id,
      groupId: group._id,
      checkId: check._id,
      importId: plan.importId,
      codeId: code._id,
      form,
      draftId: draft.draftId,
      hostId: 'association',
      hostIds: ['association'],
      handoverId: 'handover-known',
      erasureId: 'erasure-known',
      attachmentId: 'attachment-known',
      recordId: record._id,
      fileKey,
      'directory.reveal': { unitId, kind: 'main' },
      'roster.commit': { version: plan.version },
      'file.ticket': { name: '图.png' },
      'unit.save': { unitId, hosts: ['association'] },
      'filing.submit': { form: { ...form, idNumber: '' } },
      'filing.correct': { form: { ...form, idNumber: '' } },
      'notice.saveDraft': { writing: someWriting() },
      'notice.answers': { noticeId: asked._id },
      'notice.answerSummary': { noticeId: asked._id },
      'notice.reviewDraft': { approve: true, version: draft.version },
      'notice.saveTemplate': { content: someWriting() },
      'notice.numbers': { year: 2026 },
      'office.savePolicy': { changes: { name: '示例制度' } },
      'paper.change': { handoverId: undefined },
      'paper.open': { scene: record._id },
      'record.correct': { changes: { position: '主任' } },
      'record.decide': { decisions: [{ key: 'mobile', agreed: true }] },
    } as Record<string, unknown> & { filingId: string },
  };
}

interface Ids {
  openid: string;
  unitId: string;
  unitName: string;
  fileKey: string;
}

async function rest({ openid, unitId, unitName, fileKey }: Ids) {
  await cloud.insert('handovers', [
    {
      _id: 'handover-known',
      unitId,
      unitName,
      kind: 'main',
      leaver: { openid, name: NAME, filingId: 'filing-known' },
      successor: null,
      filingId: null,
      code: 'code-of-handover-known',
      startedBy: 'leaver',
      leaverAgreedAt: null,
      successorAgreedAt: null,
      letterKey: null,
      changedOn: '2026-11-20',
      reason: '',
      late: false,
      lateBy: 0,
      state: 'open',
      slot: `${unitId}_main`,
      history: [{ at, event: 'start', by: NAME, note: '' }],
      order: `${NOW}_1`,
      requests: [],
    },
  ]);
  await cloud.insert('erasures', [
    {
      _id: 'erasure-known',
      openid: 'openid-other',
      name: NAME,
      units: [unitName],
      reason: '',
      state: 'waiting',
      slot: 'openid-other',
      submittedAt: at,
      dueOn: '2026-12-14',
      note: '',
      decidedBy: '',
      decidedAt: null,
      consents: [],
      order: `${NOW}_1`,
      requests: [],
    },
  ]);
  const paper = {
    unitId,
    kind: 'form',
    fileKey,
    name: '盖章登记表.png',
    by: '示例秘书',
    at,
    removedAt: null,
  };
  await cloud.insert('attachments', [
    { ...paper, _id: 'attachment-known', subjectId: 'filing-known', order: `${NOW}_1` },
  ]);
}

/** What lies behind the addresses in an answer, workbooks, documents and zips unpacked. */
export async function textsBehind(reply: unknown): Promise<string[]> {
  const urls = JSON.stringify(reply).match(/https?:\/\/[^"\\\s]+/g) ?? [];
  const bodies = await Promise.all(
    [...new Set(urls)].map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  return (await Promise.all(bodies.map(textsOf))).flat();
}
