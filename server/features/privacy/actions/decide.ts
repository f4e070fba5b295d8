import { erasureLabels } from '@contract/privacy';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { erasures, type Erasure } from '../../../stores/erasures';
import { people } from '../../../stores/people';
import { erasePerson } from '../erasing';
import { holds } from '../hindrance';

/**
 * The decision is one conditional update; the deletion that follows an agreement may die anywhere and is finished by a
 * repeat, or by whoever agrees again: until then the request stays on the list as 正在删除.
 */
export const decide: Act<'privacy.decide'> = async (ctx, { erasureId, decision, reason }) => {
  const erasure = await erasures.get(erasureId);
  if (!erasure) throw new AppError('missing', '没有找到这份申请');
  const decided = erasure.requests.includes(ctx.requestId);
  const goesOn = erasure.state === 'erasing' && decision === 'agree';
  if (!decided && !goesOn) {
    if (decision === 'agree') await mayBeErased(erasure);
    else await checkText(ctx.caller.openid, reason, 'reason', 'profile', '删除申请的答复');
    await settle(ctx, erasure, decision === 'agree' ? 'erasing' : 'refused', reason);
  }
  let { state } = (await erasures.get(erasureId)) ?? erasure;
  if (state === 'erasing') {
    await erasePerson(erasure.openid, { now: ctx.now, by: staffName(ctx), requestId: ctx.requestId });
    await erasures.move(erasureId, 'erasing', { state: 'agreed', slot: erasureId }, ctx.requestId);
    state = 'agreed';
  }
  ctx.record({ collection: 'erasures', subjectId: erasureId });
  return { erasureId, state };
};

async function mayBeErased({ openid }: Erasure): Promise<void> {
  const person = await people.get(openid);
  const held = person && holds(person);
  if (held) throw new AppError('conflict', held);
}

async function settle(
  ctx: Context,
  { _id }: Erasure,
  state: 'erasing' | 'refused',
  note: string,
): Promise<void> {
  const change = {
    state,
    note: state === 'refused' ? note : '',
    decidedBy: staffName(ctx),
    decidedAt: ctx.now,
    ...(state === 'refused' && { slot: _id }),
  };
  if (await erasures.move(_id, 'waiting', change, ctx.requestId)) return;
  const now = await erasures.get(_id);
  if (now?.requests.includes(ctx.requestId)) return;
  throw new AppError('closed', `这份申请${now ? erasureLabels[now.state] : '已不在'}，不能再改`);
}

const staffName = ({ caller }: Context): string => caller.person?.staff?.name ?? '';
