import type { Erasure } from '@server/stores/erasures';
import type { Filing } from '@server/stores/filings';
import type { Person } from '@server/stores/people';
import { cloud, makeFiling, makePerson, makeUnit, makeUpload, NOW, someForm } from '../../support';
import { samples, upload } from '../file/samples';

/** Somebody who was liaison and is no more: the record is kept, with everything personal in it. */
export async function makeFormer(over: Partial<Person> = {}, filing: Partial<Filing> = {}) {
  const unit = await makeUnit();
  const person = await makePerson({
    name: '示例乙',
    verifiedMobile: '19900005678',
    consents: [{ version: '2026-11', at: new Date('2026-11-01T00:00:00Z') }],
    ...over,
  });
  const { openid } = person;
  const photo = await makePicture(openid, 'photo');
  const seal = await makePicture(openid, 'recommendation');
  const record = await makeFiling(unit, {
    openid,
    open: false,
    state: 'closed',
    numbers: ['协会联备〔2026〕7号'],
    since: new Date('2026-01-05T00:00:00Z'),
    until: new Date('2026-10-05T00:00:00Z'),
    ended: '离任',
    form: { ...someForm({ unitName: unit.name }), photo: photo._id, recommendation: seal._id },
    history: [{ at: new Date(NOW), event: 'return', by: '示例秘书', note: '手机19900005678写错了' }],
    returned: [{ key: 'mobile', reason: '应为19900005678' }],
    ...filing,
  });
  return { unit, person, record, photo, seal };
}

let made = 0;

/** An upload whose bytes are there. */
export async function makePicture(
  owner: string,
  use: 'photo' | 'recommendation' | 'proofLetter' | 'letter',
  createdAt = new Date(NOW),
) {
  const cloudPath = `files/2026-11/test/${(made += 1)}.png`;
  const fileId = await upload(cloudPath, samples.png);
  return makeUpload({ owner, use, name: '图片.png', cloudPath, fileId, createdAt });
}

export async function isStored(fileId: string | null): Promise<boolean> {
  const body = JSON.stringify({ fileList: [fileId] });
  const reply = await fetch(`${cloud.url}/storage/getTempFileURL`, { method: 'POST', body });
  return ((await reply.json()) as { fileList: { status: number }[] }).fileList[0]?.status === 0;
}

/** Everything of the rows that could tell the person's data. */
export const everything = async (...collections: string[]): Promise<string> =>
  JSON.stringify(await Promise.all(collections.map((name) => cloud.find(name, {}))));

/** A request as it lies with the secretariat. */
export async function makeErasure(openid: string, over: Partial<Erasure> = {}): Promise<string> {
  const _id = `erasure-${String((made += 1)).padStart(4, '0')}`;
  const row: Erasure = {
    _id,
    openid,
    name: '示例乙',
    units: [],
    reason: '',
    state: 'waiting',
    slot: openid,
    submittedAt: new Date(NOW),
    dueOn: '2026-12-14',
    note: '',
    decidedBy: '',
    decidedAt: null,
    consents: [],
    order: `${NOW}_${_id}`,
    requests: [],
    ...over,
  };
  await cloud.insert('erasures', [{ ...row }]);
  return _id;
}
