import type { FormDraft } from '@contract/form';
import type { Input } from '@contract/index';
import type { Doc } from '@local-cloud';
import type { Correction } from '@server/stores/corrections';
import type { Filing } from '@server/stores/filings';
import type { Office } from '@server/stores/offices';
import type { Person } from '@server/stores/people';
import type { Seat, Unit } from '@server/stores/units';
import {
  cloud,
  makeFiling,
  makeLiaison,
  makeOffice,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  someForm,
} from '../../support';

/** Liaisons on their seats with a record in force, as an approval leaves them. */

export const LONG_AGO = new Date('2026-03-02T02:00:00.000Z');
export const RECENT = new Date('2026-08-03T02:00:00.000Z');

let made = 0;

export async function seatedRecord(
  over: Partial<Filing> = {},
  unitOver: Partial<Unit> = {},
  personOver: Partial<Person> = {},
) {
  const openid = over.openid ?? `openid-record-${(made += 1)}`;
  const filingId = over._id ?? `record-${(made += 1)}`;
  const form = over.form ?? someForm();
  const verifiedAt = over.verifiedAt ?? LONG_AGO;
  const seat: Seat = {
    kind: over.kind ?? 'main',
    openid,
    name: form.name ?? '',
    position: form.position ?? '',
    phone: form.mobile ?? '',
    landline: form.landline ?? '',
    filingId,
    numbers: ['协会联备〔2026〕1号'],
    since: LONG_AGO,
  };
  const unit = await makeUnit({
    seats: { main: null, deputy: null, [seat.kind]: seat },
    seated: seat.kind === 'main',
    vacantSince: null,
    ...unitOver,
  });
  const liaison = await makeLiaison(unit, {
    _id: openid,
    name: seat.name,
    seats: [{ unitId: unit._id, unitName: unit.name, kind: seat.kind, since: LONG_AGO }],
    ...personOver,
  });
  const filing = await makeFiling(unit, {
    _id: filingId,
    openid,
    form: { ...form, unitName: form.unitName ?? unit.name },
    state: 'approved',
    open: false,
    inForce: true,
    since: LONG_AGO,
    verified: Object.fromEntries(Object.keys(form).map((key) => [key, verifiedAt])),
    numbers: seat.numbers,
    ...over,
    verifiedAt,
  });
  return { unit, liaison, filing };
}

/** An office, somebody who may decide, and one liaison. */
export async function world(
  office: Partial<Office> = {},
  over: Partial<Filing> = {},
  person: Partial<Person> = {},
) {
  await makeOffice(office);
  const staff = await makeStaff('member', '示例审核员');
  return { staff, ...(await seatedRecord(over, { name: '示例一矿有限公司' }, person)) };
}

type Correcting = Input<'record.correct'>;

export const asking = (unit: Unit, changes: FormDraft, over: Partial<Correcting> = {}): Correcting => ({
  unitId: unit._id,
  changes,
  changedOn: '2026-11-20',
  ...over,
});

export const pictureOf = (owner: string, use: 'photo' | 'licence' | 'recommendation') =>
  makeUpload({ owner, use, fileId: `cloud://local/kept/${use}.png` });

export const correctionsNow = async () => (await cloud.find('corrections', {})) as unknown as Correction[];

export async function recordNow(filing: Filing): Promise<Filing> {
  const [row] = (await cloud.find('filings', { _id: filing._id })) as unknown as Filing[];
  if (!row) throw new Error('no such record');
  return row;
}

export const AT = new Date(NOW);

/** A request as `record.correct` leaves it: another post for the same person. */
export async function makeCorrection(filing: Filing, over: Partial<Correction> = {}): Promise<Correction> {
  const _id = over._id ?? `correction-of-${filing._id}`;
  const row: Correction = {
    _id,
    unitId: filing.unitId,
    unitName: filing.unitName,
    filingId: filing._id,
    openid: filing.openid,
    name: filing.form.name ?? '',
    keys: ['position'],
    old: { position: filing.form.position },
    changed: { position: '副总经理' },
    decided: {},
    proofKey: null,
    mobileVerified: false,
    restChecked: false,
    changedOn: '2026-11-20',
    late: false,
    state: 'submitted',
    slot: filing._id,
    decidedBy: '',
    decidedAt: null,
    submittedAt: AT,
    order: `${NOW}_${_id}`,
    requests: [_id],
    ...over,
  };
  await cloud.insert('corrections', [row as unknown as Doc]);
  return row;
}
