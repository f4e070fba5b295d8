import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { TooFast } from '../../../kit/url-link';
import { linkId, links as store, type Link } from '../../../stores/links';
import { notices } from '../../../stores/notices';
import { receipts, type Receipt } from '../../../stores/receipts';
import { units } from '../../../stores/units';
import { isFresh, makeLink } from '../ladder/linking';

/** Units looked at in one call. */
const UNITS = 100;
/** Links asked for at a time, and the rest WeChat is given when it says too fast. */
const AT_ONCE = 5;
const RESTS_MS = [300, 900];
/** A call lives 20 s; beyond this the rest is the next call's. */
const MOST_MS = 8_000;
const WAIT_S = 10;

interface Wanted {
  unitId: string;
  openid: string;
}

/**
 * Links for a page of the missing. What was made is kept before anything else is said: cut off, or told to wait by WeChat,
 * the same page finds it there and goes on. One that WeChat does not give keeps nobody else from theirs.
 */
export const links: Act<'notice.links'> = async (ctx, { noticeId, cursor }) => {
  const start = performance.now();
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  if (notice.state !== 'published') throw new AppError('closed', '这条通知已不再催办，不用发短信');
  const found = page(
    await receipts.byPlace(noticeId, { done: false }, cursor, UNITS + 1),
    UNITS,
    ({ place }) => place,
  );
  const seated = await seatedOf(found.rows);
  const idOf = ({ unitId, openid }: Wanted) => linkId(noticeId, unitId, openid);
  const kept = await store.byIds(seated.map(idOf));
  const ready = new Set(kept.filter((one) => isFresh(one, ctx.now)).map(({ _id }) => _id));
  const wanted = seated.filter((one) => !ready.has(idOf(one)));

  const late = () => performance.now() - start > MOST_MS;
  const { made, without, stopped } = await makeAll(wanted, late, ({ unitId, openid }) =>
    makeLink(noticeId, unitId, openid, ctx.now),
  );
  await keep(made, kept);
  ctx.record({ collection: 'notices', subjectId: noticeId });
  if (stopped && !(stopped instanceof TooFast)) throw stopped;
  const short = made.length + without < wanted.length;
  return {
    made: made.length,
    ready: ready.size,
    none: found.rows.length - seated.length,
    failed: short ? 0 : without,
    wait: stopped ? WAIT_S : 0,
    // The same page once more: what is there is found there.
    next: short ? (cursor ?? '') : found.next,
  };
};

async function seatedOf(rows: Receipt[]): Promise<Wanted[]> {
  const today = await units.byIds(rows.map(({ unitId }) => unitId));
  return today.flatMap(({ _id: unitId, seats }) =>
    seats.main ? [{ unitId, openid: seats.main.openid }] : [],
  );
}

/**
 * A few at a time; how many WeChat did not give. Stops, and says why, at what holds for all of them: it wants a rest, or gives
 * none today, or none of a whole lot came.
 */
async function makeAll(wanted: Wanted[], late: () => boolean, make: (one: Wanted) => Promise<Link>) {
  const made: Link[] = [];
  let without = 0;
  let stopped: Error | null = null;
  for (let i = 0; i < wanted.length && !stopped && !late(); i += AT_ONCE) {
    const some = wanted.slice(i, i + AT_ONCE);
    const results = await Promise.allSettled(some.map((one) => withRests(() => make(one))));
    const errors = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    made.push(...results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    stopped = errors.find(forAll) ?? (errors.length === AT_ONCE ? (errors[0] ?? null) : null);
    if (!stopped) without += errors.length;
  }
  return { made, without, stopped };
}

const forAll = (error: Error): boolean =>
  error instanceof TooFast || !(error instanceof AppError) || error.code !== 'busy';

async function withRests(make: () => Promise<Link>): Promise<Link> {
  for (const rest of RESTS_MS)
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof TooFast)) throw error;
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  return make();
}

/** Those that ran out make room; one that another call made meanwhile stays. */
async function keep(made: Link[], kept: Link[]): Promise<void> {
  if (made.length === 0) return;
  const old = new Set(kept.map(({ _id }) => _id));
  const out = made.filter(({ _id }) => old.has(_id)).map(({ _id }) => _id);
  if (out.length) await store.remove(out);
  if (await store.addMany(made)) return;
  for (const link of made) await store.add(link);
}
