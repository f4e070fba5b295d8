import { creditLeft } from '@contract/rules/outbox';
import type { Act } from '../../../kit/act';
import { people } from '../../../stores/people';

/** Each accept counts once, however often it is told; WeChat's own push of it is counted beside, not on top. */
export const accept: Act<'outbox.accept'> = async (ctx, { messages }) => {
  const { openid } = ctx.caller;
  const chosen = [...new Set(messages)];
  for (const message of chosen) await people.addCredit(openid, message, 1, `${ctx.requestId}_${message}`);
  const person = await people.get(openid);
  ctx.record({ collection: 'people', subjectId: openid });
  return { messages: chosen.map((message) => ({ message, left: creditLeft(person?.credits?.[message]) })) };
};
