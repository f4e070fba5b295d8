import * as v from 'valibot';
import { mutation, query } from './action';
import { memberRule } from './audience';
import { count, cursor, flag, id, instant, next, optionalText, text } from './fields';
import { actingUnit } from './me';

/** 联络组: units kept together by rule or by hand, with the WeChat group they talk in. */

const groupId = id('联络组');

/** Units one call marks. */
export const MARK_MAX = 300;
/** Files a group has at once. */
export const FILES_MOST = 30;

const unitIds = v.pipe(
  v.array(id('单位'), '请选择单位'),
  v.minLength(1, '请选择单位'),
  v.maxLength(MARK_MAX, `一次最多标记${MARK_MAX}家单位`),
);

const file = v.object({
  fileId: v.string(),
  name: v.string(),
  by: v.string(),
  at: v.string(),
  /** Temporary address; null: the file is lost. */
  url: v.nullable(v.string()),
});

/** The QR picture of a WeChat group works for some 7 days. */
const qr = v.object({ url: v.nullable(v.string()), at: v.string(), expired: v.boolean() });

/** Whom the secretariat talks to at the unit today; `key`: named in the roster, not registered yet. Number masked. */
const contactPerson = v.object({ name: v.string(), phone: v.string(), key: v.nullable(v.string()) });

const leader = v.object({
  unitId: v.string(),
  unitName: v.string(),
  /** Today's liaison; null: nobody. */
  person: v.nullable(contactPerson),
});

const marked = {
  marked: count,
  /** In it before. */
  already: count,
  /** Nobody is known there who could be in it. */
  nobody: count,
};

export const groupContract = {
  /** Saved groups by name. Staff. */
  'group.list': query(
    v.object({ cursor }),
    v.object({
      groups: v.array(
        v.object({
          groupId: v.string(),
          name: v.string(),
          purpose: v.string(),
          wechatName: v.string(),
          files: count,
        }),
      ),
      next,
    }),
  ),

  /** One group with the number of its members today. Staff. */
  'group.get': query(
    v.object({ groupId }),
    v.object({
      groupId: v.string(),
      name: v.string(),
      purpose: v.string(),
      members: memberRule,
      /** What the units named in it are called, by id. */
      names: v.record(v.string(), v.string()),
      total: count,
      /** `outside`: the leader's unit is no member (any more). */
      leader: v.nullable(v.object({ ...leader.entries, outside: v.boolean() })),
      wechat: v.object({
        name: v.string(),
        how: v.string(),
        qr: v.nullable(qr),
        qrKey: v.nullable(v.string()),
      }),
      files: v.array(file),
      updatedAt: v.string(),
    }),
  ),

  /** Makes a group, or changes one. Members are reckoned when looked at: a unit that fits later is in it by itself. */
  'group.save': mutation(
    v.object({
      groupId: v.optional(groupId),
      /** `updatedAt` of what the editor began from: changed by another since, nothing is written. */
      seen: v.optional(instant('修改时间')),
      name: text('组名', 20),
      purpose: optionalText('用途', 200),
      members: memberRule,
      leaderId: v.optional(v.nullable(id('组长单位')), null),
      wechat: v.optional(
        v.object({
          name: optionalText('微信群名称', 30),
          how: optionalText('进群方式', 200),
          qrKey: v.optional(v.nullable(id('群二维码')), null),
        }),
        {},
      ),
    }),
    v.object({ groupId: v.string() }),
  ),

  /** The group is gone from all lists; notices that were sent to it stay as they are. */
  'group.remove': mutation(v.object({ groupId }), v.object({})),

  'group.attach': mutation(
    v.object({ groupId, fileKey: id('文件'), name: text('文件名', 120) }),
    v.object({ fileId: v.string() }),
  ),

  /** Takes a file out of the group; the file itself is kept. */
  'group.detach': mutation(v.object({ groupId, fileId: id('文件') }), v.object({})),

  /** Members as they are today by name, each with who is to be in the WeChat group and whether that person is. Staff. */
  'group.members': query(
    v.object({
      groupId,
      show: v.optional(v.picklist(['all', 'missing'], '没有这个分类'), 'all'),
      cursor,
    }),
    v.object({
      members: v.array(
        v.object({
          unitId: v.string(),
          unitName: v.string(),
          region: v.string(),
          person: v.nullable(contactPerson),
          /** Since when the person is known to be in the WeChat group; null: not yet. */
          joinedAt: v.nullable(v.string()),
        }),
      ),
      next,
    }),
  ),

  /** 还没进群: how many of all, and copy-ready text in pieces of at most 2,000 characters; numbers masked. Staff. */
  'group.missing': query(
    v.object({ groupId }),
    v.object({ total: count, missing: count, pieces: v.array(v.string()) }),
  ),

  /** 请移出群: who is in the WeChat group and is no liaison of a member any more, those who came first on top. Staff. */
  'group.leavers': query(
    v.object({ groupId, cursor }),
    v.object({
      leavers: v.array(
        v.object({
          joinId: v.string(),
          unitName: v.string(),
          /** Empty: the person had the own data deleted. */
          name: v.string(),
          /** Handed over or left the seat; the unit is no member of the association; or none of the group. */
          why: v.picklist(['person', 'left', 'outside']),
        }),
      ),
      next,
    }),
  ),

  /** The liaisons of these units are in the WeChat group, or are not. `outside`: no members of the group. */
  'group.mark': mutation(
    v.object({ groupId, unitIds, joined: flag('是否已进群') }),
    v.object({ ...marked, outside: count }),
  ),

  /** Everybody is in it: 500 members a call, `next` goes on with the rest. */
  'group.markAll': mutation(v.object({ groupId, cursor }), v.object({ ...marked, next })),

  /** Somebody of 请移出群 is out of the WeChat group. */
  'group.moveOut': mutation(v.object({ groupId, joinId: id('群成员') }), v.object({})),

  /** A WeChat group's pasted member list with the units it seems to name. Changes nothing. Staff. */
  'group.match': query(
    v.object({ groupId, text: text('群成员名单', 20_000) }),
    v.object({
      lines: v.array(
        v.object({
          line: count,
          raw: v.string(),
          /** `matched`: exactly one unit, for certain. `ambiguous`: for a human, candidates best first. */
          result: v.picklist(['matched', 'ambiguous', 'unknown', 'ignored']),
          candidates: v.array(
            v.object({
              unitId: v.string(),
              unitName: v.string(),
              region: v.string(),
              /** Today's liaison, who would be marked; empty: nobody. */
              person: v.string(),
              /** `other`: the line names somebody else of the unit than today's liaison. */
              standing: v.picklist(['missing', 'other', 'in', 'nobody', 'outside']),
            }),
          ),
        }),
      ),
    }),
  ),

  /** Groups the unit is in today: what for, who leads, files, and how to get into the WeChat group. */
  'group.mine': query(
    v.object({ unitId: actingUnit }),
    v.object({
      groups: v.array(
        v.object({
          groupId: v.string(),
          name: v.string(),
          purpose: v.string(),
          leader: v.nullable(leader),
          wechat: v.object({ name: v.string(), how: v.string(), qr: v.nullable(qr) }),
          /** Today's liaison was seen in the WeChat group. */
          joined: v.boolean(),
          files: v.array(v.object({ fileId: v.string(), name: v.string(), url: v.nullable(v.string()) })),
        }),
      ),
    }),
  ),
};
