import type { Act } from '../../../kit/act';
import { people } from '../../../stores/people';

/** The caller's own wish; the same wish twice changes nothing. */
export const subscribe: Act<'digest.subscribe'> = async (ctx, { on }) => {
  await people.wantDigest(ctx.caller.openid, on);
  ctx.record({ collection: 'people', subjectId: ctx.caller.openid });
  return { on };
};
