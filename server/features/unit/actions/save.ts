import type { UnitForm } from '@contract/unit';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { renameSeats } from '../../../kit/rename-seats';
import { searchFields, tidyName } from '../../../kit/search';
import { offices } from '../../../stores/offices';
import { units, type Unit } from '../../../stores/units';

/** Adds a unit, its `_id` being the request id, or writes its file anew. The name is unique among active units. */
export const save: Act<'unit.save'> = async (ctx, { unitId, ...typed }) => {
  const id = unitId ?? ctx.requestId;
  const before = await units.get(id);
  if (unitId && !before?.active) throw new AppError('missing', '没有找到这家单位，可能已不在册');
  const repeated = unitId ? !!before?.requests.includes(ctx.requestId) : !!before;
  if (!repeated) await write(ctx, id, before, tidy(typed));
  if (before) await renameSeats(before, repeated ? before.name : tidyName(typed.name));
  ctx.record({ collection: 'units', subjectId: id, unitId: id });
  return { unitId: id };
};

const tidy = (typed: UnitForm): UnitForm => ({
  ...typed,
  name: tidyName(typed.name),
  short: tidyName(typed.short),
  region: tidyName(typed.region),
  industry: tidyName(typed.industry),
  hosts: [...new Set(typed.hosts)],
});

async function write(ctx: Context, id: string, before: Unit | null, form: UnitForm): Promise<void> {
  const [office, same] = await Promise.all([offices.get(), units.byName(form.name)]);
  form.hosts.forEach((host, i) => {
    if (!office?.hosts.some((one) => one.id === host))
      throw new AppError('invalid', '没有这个主办方', `hosts.${i}`);
  });
  const taken = new AppError('conflict', '已有同名单位，请在单位列表里查找后修改', 'name');
  if (same && same._id !== id) throw taken;

  const change = { ...form, ...searchFields(form, id), updatedAt: ctx.now };
  if (before) {
    if (!(await units.change(id, change, ctx.requestId))) throw taken;
    return;
  }
  const added = await units.add({
    _id: id,
    ...change,
    active: true,
    seats: { main: null, deputy: null },
    seated: false,
    createdAt: ctx.now,
    requests: [ctx.requestId],
  });
  if (!added && !(await units.get(id))) throw taken;
}
