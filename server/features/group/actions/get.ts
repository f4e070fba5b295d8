import { isMember } from '@contract/rules/member';
import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { units } from '../../../stores/units';
import { groupOf } from '../find';
import { keysOf, presentLeader, presentQr } from '../present';

/** Names of units read in one request, the platform's most. */
const READ = 1000;

/** Besides the caller and the group: a count, the units it names (one request for each thousand), the files. */
export const get: Act<'group.get'> = async (ctx, { groupId }) => {
  const group = await groupOf(groupId);
  const { members, leaderId, wechat, files } = group;
  const named = [...(leaderId ? [leaderId] : []), ...members.unitIds, ...members.except];
  const [total, found, urls] = await Promise.all([
    units.countMembers(members),
    unitsOf([...new Set(named)]),
    fileUrls(keysOf(group)),
  ]);
  const leading = found.find(({ _id }) => _id === leaderId);
  const leader = presentLeader(leading);
  return {
    groupId,
    name: group.name,
    purpose: group.purpose,
    members,
    names: Object.fromEntries(found.map(({ _id, name }) => [_id, name])),
    total,
    leader: leader && { ...leader, outside: !!leading && !isMember(members, leading) },
    wechat: {
      name: wechat.name,
      how: wechat.how,
      qr: presentQr(wechat, urls, ctx.now),
      qrKey: wechat.qr?.fileKey ?? null,
    },
    files: files.map(({ _id, fileKey, name, by, at }) => ({
      fileId: _id,
      name,
      by,
      at: at.toISOString(),
      url: urls[fileKey] ?? null,
    })),
    updatedAt: group.updatedAt.toISOString(),
  };
};

async function unitsOf(ids: string[]) {
  const parts = Array.from({ length: Math.ceil(ids.length / READ) }, (_, i) =>
    units.byIds(ids.slice(i * READ, (i + 1) * READ)),
  );
  return (await Promise.all(parts)).flat();
}
