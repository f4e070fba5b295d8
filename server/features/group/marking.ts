import type { Context } from '../../kit/context';
import { joins, type Join } from '../../stores/joins';
import type { Unit } from '../../stores/units';
import { isIn, type Standing } from './standing';

/** Rows written in one request. */
const BATCH = 100;

interface Told {
  marked: number;
  already: number;
  nobody: number;
}

type One = Standing<Pick<Unit, '_id' | 'name'>>;

/** What was there before this request, and what this very request did when it was sent before. */
function sorted({ requestId }: Context, all: One[], wanted: (one: One) => boolean) {
  const somebody = all.filter(({ person }) => person);
  const mine = somebody.filter((one) => wanted(one) && one.join?.requests.includes(requestId));
  const already = somebody.filter((one) => wanted(one) && !mine.includes(one));
  const due = somebody.filter((one) => !wanted(one));
  return { due, already: already.length, mine: mine.length, nobody: all.length - somebody.length };
}

/** Today's people of these units are in the WeChat group. One request for each hundred new ones, one for those who were out. */
export async function markIn(ctx: Context, groupId: string, all: One[]): Promise<Told> {
  const { due, already, mine, nobody } = sorted(ctx, all, isIn);
  const fresh = due.flatMap((one) => (one.join ? [] : rowOf(ctx, groupId, one)));
  for (let i = 0; i < fresh.length; i += BATCH) await joins.ensure(fresh.slice(i, i + BATCH));
  await move(ctx, due, 'in');
  return { marked: due.length + mine, already, nobody };
}

/** They are not in it after all. */
export async function markOut(ctx: Context, all: One[]): Promise<Told> {
  const { due, already, mine, nobody } = sorted(ctx, all, (one) => !isIn(one));
  await move(ctx, due, 'out');
  // Somebody never marked has no row that could tell a repeat, and is as wanted anyway.
  return { marked: due.length + mine, already, nobody };
}

async function move({ caller, now, requestId }: Context, due: One[], to: Join['state']): Promise<void> {
  const ids = due.flatMap(({ join }) => join?._id ?? []);
  if (ids.length) await joins.move(ids, to, now, caller.person?.staff?.name ?? '', requestId);
}

function rowOf({ caller, now, requestId }: Context, groupId: string, { unit, person, id }: One): Join[] {
  if (!person || !id) return [];
  return [
    {
      _id: id,
      groupId,
      unitId: unit._id,
      unitName: unit.name,
      openid: person.openid,
      name: person.name,
      state: 'in',
      at: now,
      by: caller.person?.staff?.name ?? '',
      order: `${now.toISOString()}_${id}`,
      requests: [requestId],
    },
  ];
}
