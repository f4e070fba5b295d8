import { maskMobile } from '@contract/rules/mask';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { erasures } from '../../../stores/erasures';
import { offices } from '../../../stores/offices';
import { workdaysOf } from '../due';
import { hindranceOf } from '../hindrance';
import { presentErasure } from '../present';

export const get: Act<'privacy.get'> = async ({ caller: { openid, person } }) => {
  if (!person) throw new AppError('stranger');
  const [[erasure], hindrance, office] = await Promise.all([
    erasures.ofPerson(openid, 1),
    hindranceOf(person),
    offices.get(),
  ]);
  return {
    consents: person.consents.map(({ version, at }) => ({ version, at: at.toISOString() })),
    verifiedMobile: person.verifiedMobile ? maskMobile(person.verifiedMobile) : '',
    erasure: erasure ? presentErasure(erasure) : null,
    hindrance,
    erasedAt: person.erasedAt?.toISOString() ?? null,
    workdays: workdaysOf(office),
  };
};
