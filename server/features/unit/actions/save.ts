import type { Parsed } from '@contract/index';
import { maskMobile } from '@contract/rules/mask';
import type { Contact, UnitForm } from '@contract/unit';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { contactKey } from '../../../kit/contact-key';
import { AppError } from '../../../kit/errors';
import { renameSeats } from '../../../kit/rename-seats';
import { searchFields, tidyName } from '../../../kit/search';
import { fieldsMustBeClean, freshWords, type Typed as Words } from '../../../kit/text-check';
import { offices } from '../../../stores/offices';
import { units, type Unit } from '../../../stores/units';

/** Adds a unit, its `_id` being the request id, or writes its file anew. The name is unique among active units. */
export const save: Act<'unit.save'> = async (ctx, { unitId, seen, ...typed }) => {
  const id = unitId ?? ctx.requestId;
  const before = await units.get(id);
  if (unitId && !before?.active) throw new AppError('missing', '没有找到这家单位，可能已不在册');
  const repeated = unitId ? !!before?.requests.includes(ctx.requestId) : !!before;
  if (!repeated)
    await write(ctx, id, { before, seen: seen ? new Date(seen) : undefined }, tidy(typed, before));
  if (before) await renameSeats(before, repeated ? before.name : tidyName(typed.name));
  ctx.record({ collection: 'units', subjectId: id, unitId: id });
  return { unitId: id };
};

type Typed = Omit<Parsed<'unit.save'>, 'unitId' | 'seen'>;

const tidy = (typed: Typed, before: Unit | null): UnitForm => ({
  ...typed,
  contacts: typed.contacts.map((contact, i) => whole(contact, i, before?.contacts ?? [])),
  name: tidyName(typed.name),
  short: tidyName(typed.short),
  region: tidyName(typed.region),
  industry: tidyName(typed.industry),
  hosts: [...new Set(typed.hosts)],
});

async function write(
  ctx: Context,
  id: string,
  { before, seen }: { before: Unit | null; seen: Date | undefined },
  form: UnitForm,
): Promise<void> {
  const [office, same] = await Promise.all([offices.get(), units.byName(form.name)]);
  form.hosts.forEach((host, i) => {
    if (!office?.hosts.some((one) => one.id === host))
      throw new AppError('invalid', '没有这个主办方', `hosts.${i}`);
  });
  const taken = new AppError('conflict', '已有同名单位，请在单位列表里查找后修改', 'name');
  if (same && same._id !== id) throw taken;
  const fresh = freshWords(wordsOf(form), before ? wordsOf(before) : []);
  await fieldsMustBeClean(ctx.caller.openid, fresh, 'name', 'profile', '单位资料');

  const seats = before?.seats ?? { main: null, deputy: null };
  const fields = { ...form, ...searchFields({ ...form, seats }, id) };
  if (before) {
    const change = { ...fields, updatedAt: after(before.updatedAt, ctx.now) };
    const result = await units.change(id, seen, change, ctx.requestId);
    if (result === 'taken') throw taken;
    // Changed by another, unless it was this very request, sent twice at once.
    if (result === 'changed' && !(await units.get(id))?.requests.includes(ctx.requestId))
      throw new AppError('conflict', '这家单位刚刚被别人改过，请刷新后再改；您填写的内容已保留');
    return;
  }
  const added = await units.add({
    _id: id,
    ...fields,
    updatedAt: ctx.now,
    active: true,
    seats,
    seated: false,
    vacantSince: ctx.now,
    left: null,
    createdAt: ctx.now,
    requests: [ctx.requestId],
  });
  if (!added && !(await units.get(id))) throw taken;
}

/** What was typed freely: staff and liaisons read it (decision D10). */
const wordsOf = (form: UnitForm): Words[] => [
  ...shown.map((key): Words => [key, form[key]]),
  ...form.tags.map((tag, i): Words => [`tags.${i}`, tag]),
  ...form.contacts.flatMap((contact, i) =>
    shownOfContact.map((key): Words => [`contacts.${i}.${key}`, contact[key]]),
  ),
];
const shown = [
  'name',
  'short',
  'address',
  'region',
  'industry',
  'legalRep',
  'landline',
  'fax',
  'email',
  'website',
] as const;
const shownOfContact = ['name', 'position', 'landline', 'email', 'wechat'] as const;

/** Always later than before, or two edits within a millisecond would look like one. */
const after = (before: Date, now: Date): Date => new Date(Math.max(now.getTime(), before.getTime() + 1));

/** A number the editor saw masked and left alone is the one on file. */
function whole({ key, ...contact }: Typed['contacts'][number], i: number, filed: Contact[]): Contact {
  if (!contact.phone.includes('*')) return contact;
  const same = filed.find((one) => contactKey(one) === key);
  if (!same || maskMobile(same.phone) !== contact.phone)
    throw new AppError('invalid', `请重新填写${contact.name}的手机号码`, `contacts.${i}.phone`);
  return { ...contact, phone: same.phone };
}
