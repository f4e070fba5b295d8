import type { Parsed } from '@contract/index';
import { isMember } from '@contract/rules/member';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { sortPinyin } from '../../../kit/pinyin';
import { tidyName } from '../../../kit/search';
import { checkText } from '../../../kit/text-check';
import { groups, GROUPS_MOST, type Group } from '../../../stores/groups';
import { units } from '../../../stores/units';
import { uploads } from '../../../stores/uploads';
import { groupOf } from '../find';

type Form = Parsed<'group.save'>;
const SORT_MAX = 60;

/** Makes a group under the request id, or changes one that is still as its editor saw it. */
export const save: Act<'group.save'> = async (ctx, form) => {
  const { requestId } = ctx;
  const before = form.groupId ? await groupOf(form.groupId) : await groups.get(requestId);
  const id = before?._id ?? requestId;
  const repeat = before?.requests.includes(requestId);
  if (!repeat) await write(ctx, id, form.groupId ? before : null, form);
  ctx.record({ collection: 'groups', subjectId: id }, repeat ? 'repeat' : undefined);
  return { groupId: id };
};

async function write(ctx: Context, id: string, before: Group | null, form: Form): Promise<void> {
  const { now, requestId } = ctx;
  if (before && before.updatedAt.toISOString() !== form.seen) throw changed();
  const fields = await fieldsOf(ctx, id, before, form);
  if (before) {
    const how = await groups.change(id, before.updatedAt, fields, requestId);
    if (how === 'changed') throw changed();
    if (how === 'taken') throw taken();
    return;
  }
  if ((await groups.countActive()) >= GROUPS_MOST)
    throw new AppError('conflict', `联络组最多${GROUPS_MOST}个，请先删除不用的`);
  const rest = { files: [], gone: [], active: true, slot: 'open', createdAt: now, removedAt: null };
  const made = await groups.add({ _id: id, ...fields, ...rest, requests: [requestId] });
  if (made === 'taken') throw taken();
}

const changed = () => new AppError('conflict', '这个联络组刚刚被别人改过，请返回后重新打开再改');
const taken = () => new AppError('conflict', '已有同名的联络组，请换一个名称', 'name');

async function fieldsOf(ctx: Context, id: string, before: Group | null, form: Form) {
  const { now } = ctx;
  const { members, leaderId, purpose, wechat } = form;
  const name = tidyName(form.name);
  if (leaderId && leaderId !== before?.leaderId) await leaderMustFit(leaderId, members);
  return {
    name,
    purpose,
    members,
    leaderId,
    wechat: { name: wechat.name, how: wechat.how, qr: await qrOf(ctx, before, wechat.qrKey) },
    check: await wordsMustBeClean(ctx, before, form),
    sortKey: `${sortPinyin(name, SORT_MAX)} #${id}`,
    updatedAt: now,
  };
}

async function leaderMustFit(leaderId: string, members: Form['members']): Promise<void> {
  const unit = await units.get(leaderId);
  if (!unit?.active) throw new AppError('missing', '没有找到组长单位，请重新选择', 'leaderId');
  if (!isMember(members, unit))
    throw new AppError('invalid', '组长单位不在这个组里，请先把它加进来或另选一家', 'leaderId');
}

/** One that is there stays with its day; a new one must be the caller's own, or a foreign key would show a foreign file. */
async function qrOf({ caller, now }: Context, before: Group | null, qrKey: string | null) {
  if (!qrKey) return null;
  if (before?.wechat.qr?.fileKey === qrKey) return before.wechat.qr;
  const upload = await uploads.get(qrKey);
  if (!upload?.fileId || upload.owner !== caller.openid || upload.use !== 'picture')
    throw new AppError('invalid', '群二维码没有上传成功，请重新上传', 'wechat.qrKey');
  return { fileKey: qrKey, at: now };
}

/** What liaisons will read (decision D10); words that were looked at before are not again. */
async function wordsMustBeClean(ctx: Context, before: Group | null, form: Form): Promise<Group['check']> {
  const words: [field: string, text: string, was: string | undefined][] = [
    ['name', form.name, before?.name],
    ['purpose', form.purpose, before?.purpose],
    ['wechat.name', form.wechat.name, before?.wechat.name],
    ['wechat.how', form.wechat.how, before?.wechat.how],
  ];
  const fresh = words.filter(([, text, was]) => text !== was);
  const verdicts: Group['check'][] = fresh.length < words.length && before ? [before.check] : [];
  for (const [field, text] of fresh)
    verdicts.push(await checkText(ctx.caller.openid, text, field, 'forum', '联络组'));
  return verdicts.includes('review') ? 'review' : 'pass';
}
