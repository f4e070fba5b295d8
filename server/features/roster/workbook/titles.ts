import type { PersonColumn, RosterPerson, UnitColumn } from '@contract/roster';
import { rosterColumns } from '@contract/roster';
import { keyOf } from '../cell/text';

/** What words over a column say: a field, a person, something about a person not named yet, or nothing known. */
export type Title =
  | { is: 'unit'; field: UnitColumn }
  | { is: 'person'; person: RosterPerson; column: PersonColumn }
  | { is: 'someone'; column: PersonColumn; loose: boolean }
  | { is: 'exact'; field: string }
  | null;

const UNIT: [RegExp, UnitColumn][] = [
  [
    /^(会员|单位|企业|公司|成员|理事)?(单位|企业|公司)?(全称|名称)(及简称)?$|^(会员单位|单位|企业|公司|会员|会员名称|单位名|企业名|入会单位|工作单位|所在单位|填报单位|成员单位)$/,
    'name',
  ],
  [/^(单位|企业|公司|会员)?(简称|简写)$/, 'short'],
  [/^(单位|企业|公司|经济|所有制)(性质|类型|类别)$|^(性质|所有制|企业类型|单位类型)$/, 'nature'],
  [/^(国企|国有企业|企业)?(级别|隶属级别|层级)$|隶属关系/, 'stateLevel'],
  [/^(单位|企业|公司|通讯|通信|联系|办公|详细|注册|邮寄|收件)?(地址|住址)(及?邮编)?$|^住所$/, 'address'],
  [/^(邮编|邮政编码|邮政编号|邮码)$/, 'postCode'],
  [/^(所属)?(主办方|主办单位|协会学会|所属协会|所属组织)$/, 'hosts'],
  [/^(所在|所属|单位)?(地区|区域|地市|市|城市|省市|市县|区县|片区|所在市|所在地|市区|行政区划)$/, 'region'],
  [/^(所属|从事|主营)?(行业|行业类别|行业分类|所属领域|专业|业务类别)$|^主营业务$/, 'industry'],
  [
    /^(在?协会(内)?|在?会内|学会|社会|理事会|本会)(担任)?(职务|任职|职位|身份)$|^(会员(级别|类别|类型|等级|身份|性质)|理事会职务|拟任职务)$/,
    'post',
  ],
  [/信用代码|^(组织机构代码|税号|营业执照号|注册号|营业执照注册号|工商注册号|纳税人识别号)$/, 'creditCode'],
  [/^(企业|单位)?(法人|法定代表人|法人代表|法人代表人|法定代表)(姓名)?$/, 'legalRep'],
  [/^(单位|企业|公司|总机)(电话|固话|联系电话|办公电话|座机)?$|^总机$/, 'landline'],
  [/传真/, 'fax'],
  [/^(单位|企业|公司)(邮箱|电子邮箱|e-?mail)$/, 'email'],
  [/^(单位|企业|公司)?(网址|网站|官网|官方网站|主页)(地址)?$/, 'website'],
  [/^(标签|分组|标记)$/, 'tags'],
  [/^(入会|加入|入网|批准入会)(时间|日期|年月|年份|年度)$/, 'joinedOn'],
];

/** Longer words first: 副联络员 is no 联络员. */
const PERSONS: [RegExp, RosterPerson][] = [
  [/副联络员|副代表|联络员b|b岗|第二联络员|备用联络员|(联络员|联络人|联系人)[2二②]/, 'deputy'],
  [
    /(主|第一)?(联络员|联络人|联系人)[1一①]|主联络员|第一联络员|联络员|联络人|主代表|信息员|通讯员|通信员|联系人|经办人|a岗|对接人/,
    'liaison',
  ],
  [/财务|会计|出纳/, 'finance'],
  [/(单位|企业|主要|公司|分管)?(负责人|领导|一把手)|董事长|总经理|厂长|矿长|院长|校长|经理/, 'head'],
];

const OF_PERSON: [RegExp, PersonColumn][] = [
  [/^(姓名|名字|名称|人员|人)?((及|和)职务)?$/, 'name'],
  [/^(职务|职位|岗位|职称职务|行政职务|现任职务|部门职务|部门及职务|职务职称)$/, 'position'],
  [
    /^(手机|手机号|手机号码|移动电话|手机电话|联系方式|联系手机|电话|电话号码|联系电话|联系号码|手机微信|号码)$/,
    'phone',
  ],
  [/^(办公电话|办公室电话|座机|座机电话|固定电话|固话|办电|单位座机|办公座机|办公号码)$/, 'landline'],
  [/^(邮箱|电子邮箱|电子信箱|电子邮件|e-?mail|邮件|邮箱地址|email地址)$/, 'email'],
  [/^(微信|微信号|微信号码|wechat)$/, 'wechat'],
];

/** Words that say 电话, not 手机: without a person near they are the unit's. */
const LOOSE = /^(电话|电话号码|联系电话|办公电话|座机|固定电话|固话|邮箱|电子邮箱|电子邮件|e-?mail)/;

const exact = new Map(Object.entries(rosterColumns).map(([field, words]) => [keyOf(words), field]));

/** Reads the words over a column, of two rows joined by `|`; what stands in brackets tells only where the rest does not. */
export function titleOf(words: string): Title {
  return readTitle(words) ?? readTitle(words.replace(/[(（][^()（）]*[)）]/g, ''));
}

function readTitle(words: string): Title {
  const parts = words.split('|').map(tidyTitle).filter(Boolean);
  const whole = parts.join('');
  const own = exact.get(whole);
  if (own && !['单位电话', '邮箱'].includes(whole)) return { is: 'exact', field: own };
  const last = parts[parts.length - 1] ?? '';
  for (const text of [whole, last]) {
    const unit = UNIT.find(([form]) => form.test(text));
    const person = PERSONS.find(([form]) => form.test(text));
    if (unit && (!person || parts.length === 1)) return { is: 'unit', field: unit[1] };
    if (person) {
      const rest = text.replace(person[0], '').replace(/^(的|单位|企业)+/, '');
      const column = OF_PERSON.find(([form]) => form.test(rest))?.[1];
      if (column) return { is: 'person', person: person[1], column };
    }
  }
  const group = parts.length > 1 ? PERSONS.find(([form]) => form.test(parts[0] ?? '')) : undefined;
  // 电话2 beside 联络员2.
  const alone = last.replace(/[12一二①②]$/, '');
  const column = alone && OF_PERSON.find(([form]) => form.test(alone))?.[1];
  if (column && group) return { is: 'person', person: group[1], column };
  return column && last !== '名称' ? { is: 'someone', column, loose: LOOSE.test(last) } : null;
}

/** Without stars, units in brackets, numbers before and colons behind. */
const tidyTitle = (words: string): string =>
  keyOf(words)
    .replace(/\((?:必填|选填|盖章|全称|加盖公章|请填.*?|必填项|与.*?一致)\)/g, '')
    .replace(/[*＊※:：?？()（）\-_—/、·\s]/g, '')
    .replace(/^\d+[.、]?/, '');
