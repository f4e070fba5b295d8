import type { FormDraft } from '@contract/form';
import type { Filing } from '@server/stores/filings';
import { newPerson } from '@server/stores/people';
import type { Unit } from '@server/stores/units';
import { later, makeFiling, makePerson, makeUpload, NOW, someForm } from '../../support';

/** People on their way to a seat. */

export const CONSENT = { version: '2027-01', at: new Date(NOW) };

/** Consented, with a photo and a sealed page the server has looked at. */
export async function makeApplicant(over: Partial<ReturnType<typeof newPerson>> = {}) {
  const who = await makePerson({ name: '', consents: [CONSENT], ...over });
  const photo = await makeUpload({ owner: who.openid, use: 'photo' });
  const seal = await makeUpload({ owner: who.openid, use: 'recommendation' });
  const form = someForm({ photo: photo._id, recommendation: seal._id });
  /** The form with changes; `undefined` leaves a field out. */
  const formWith = (change: Record<string, unknown>) => ({ ...form, ...change }) as FormDraft;
  return { ...who, form, formWith };
}

/** A filing as `filing.submit` leaves it, of somebody who consented. */
export async function submitted(unit: Unit, over: Partial<Filing> = {}) {
  const applicant = await makeApplicant();
  const filing = await makeFiling(unit, {
    openid: applicant.openid,
    form: { ...applicant.form, unitName: unit.name },
    slot: `${applicant.openid}_${unit._id}`,
    ...over,
  });
  return { applicant, filing };
}

export const returnedTo = (unit: Unit, ...keys: Filing['returned'][number]['key'][]) =>
  submitted(unit, {
    state: 'returned',
    returned: keys.map((key) => ({ key, reason: '请核对' })),
    note: '请尽快',
  });

export const YEAR = later(0).getUTCFullYear();
