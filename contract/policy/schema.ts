import * as v from 'valibot';
import { flag, id, text } from '../fields';
import { classifications } from './classifications';
import { filing } from './filing-part';
import { messages } from './messages-part';
import { noticesPart } from './notices-part';
import { choice, contrastOnWhite, isUnique, lines, orNone, part, whole } from './part';
import { presetIds } from './preset-ids';
import { privacyPart } from './privacy-part';
import { records } from './records-part';
import { appraisal, articles, attendance, dues, meetings, replacement } from './year-part';

/** 主办方; its accent carries white text and stands on white, so it must be dark enough. */
export const host = part('主办方', {
  id: id('主办方编号'),
  name: text('主办方名称', 60),
  short: text('主办方简称', 12),
  accent: v.pipe(
    v.string('请选择主题色'),
    v.regex(/^#[0-9A-Fa-f]{6}$/, '主题色应为#加6位'),
    v.check((color) => contrastOnWhite(color) >= 4.5, '主题色太浅，在白底上看不清'),
  ),
});

/** One liaison a unit, stable (A art. 4); a deputy where the rulebook has one (D 副代表). */
const seats = part('席位', {
  main: v.literal(1, 'A岗应为1人'),
  deputy: v.picklist([0, 1], 'B岗应为0人或1人'),
  /** What the rulebook calls them, e.g. 联络员, 主代表 and 副代表 (D). */
  names: part('席位名称', { main: text('主席位名称', 8), deputy: text('副席位名称', 8) }),
  /** Longest temporary proxy, days; 0: the rulebook has none. */
  proxyDays: whole('临时代理最长天数', 0, 366),
  /** The successor gets the post in the association only by the council's approval (D). */
  councilApprovesSuccessor: flag('接任是否经理事会同意'),
});

/** What an association may edit of its rulebook; its hosts are a setting of the office. */
export const policyParts = {
  /** Title of the rulebook. */
  name: text('制度名称', 60),
  /** Association and year. */
  source: text('制度出处', 80),
  /** For who picks a rulebook. */
  summary: lines('制度说明', 3, 5),
  /** Offices of the secretariat. */
  departments: lines('秘书处部门', 1, 12),
  seats,
  messages,
  notices: noticesPart,
  records,
  privacy: privacyPart,
  duties: lines('联络员职责', 1, 12),
  filing,
  articles,
  meetings,
  dues,
  appraisal: orNone(appraisal),
  replacement,
  attendance: orNone(attendance),
  classifications: v.pipe(
    v.array(choice('会员分类', classifications), '请选择会员分类'),
    v.check((items) => isUnique(items), '会员分类有重复'),
  ),
};

/** A rulebook as configuration (制度配置): data only; whatever differs between the rulebooks of institutions.md. */
export const policy = v.pipe(
  part('制度', {
    id: v.picklist(presetIds, '没有这个制度模板'),
    hosts: v.pipe(
      v.array(host, '请填写主办方'),
      v.minLength(1, '至少一个主办方'),
      v.maxLength(4, '主办方最多4个'),
      v.check((hosts) => isUnique(hosts.map((one) => one.id)), '主办方编号有重复'),
      v.check((hosts) => isUnique(hosts.map((one) => one.short)), '主办方简称有重复'),
    ),
    ...policyParts,
  }),
  v.forward(
    v.check(
      (p) => p.hosts.length === 1 || p.filing.number.includes('{short}'),
      '主办方不止一个时，备案号格式应含{short}',
    ),
    ['filing', 'number'],
  ),
);

export type Policy = v.InferOutput<typeof policy>;
