import type { Act } from '../../../kit/act';
import { validCode } from '../../../kit/registration-code';
import { newPerson, people } from '../../../stores/people';

/** Recorded before the first personal field; each version once, however often it is sent. */
export const consent: Act<'filing.consent'> = async (ctx, { codeId, version }) => {
  const { openid, person } = ctx.caller;
  await validCode(codeId, ctx.now);
  if (!person) await people.add(newPerson(openid, ctx.now));
  await people.consent(openid, version, ctx.now);
  ctx.record({ collection: 'people', subjectId: openid });
  return { version };
};
