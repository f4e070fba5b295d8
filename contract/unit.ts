import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, day, flag, id, instant, next, optionalText, text } from './fields';
import { seatKind } from './me';
import { filingStates } from './rules/filing';

/** 单位性质, Shaanxi rulebook A, notes to the registration form. */
export const natures = {
  institution: '事业',
  society: '社团',
  state: '国有企业',
  collective: '集体企业（乡镇企业）',
  joint: '联营企业',
  private: '民营企业',
} as const;
export type Nature = keyof typeof natures;

/** Sub-levels of a state-owned enterprise, same notes. */
export const stateLevels = { central: '央企', province: '省企', city: '市企', county: '县（区）企' } as const;
export type StateLevel = keyof typeof stateLevels;

/** Posts in the association (rulebook D: classification by post). */
export const posts = {
  president: '会长单位',
  'vice-president': '副会长单位',
  standing: '常务理事单位',
  council: '理事单位',
  ordinary: '会员单位',
} as const;
export type Post = keyof typeof posts;

/** Whom the office may turn to besides a registered liaison; `liaison` and `deputy`: named in the roster, not registered yet. */
export const contactKinds = {
  liaison: '联络员（未登记）',
  deputy: '副联络员（未登记）',
  head: '单位负责人',
  finance: '财务联系人',
  other: '其他联系人',
} as const;
export type ContactKind = keyof typeof contactKinds;

const keys = <T extends object>(o: T) => Object.keys(o) as (keyof T & string)[];

/** Papers kept in a unit's file. */
export const attachmentKinds = {
  licence: '营业执照',
  proof: '单位证明',
  form: '盖章登记表',
  letter: '单位来函',
  other: '其他材料',
} as const;
export type AttachmentKind = keyof typeof attachmentKinds;

export const contact = v.object({
  kind: v.picklist(keys(contactKinds), '请选择联系人类别'),
  name: text('联系人姓名', 20),
  position: optionalText('联系人职务', 30),
  /** 11 digits, or empty. */
  phone: v.optional(
    v.pipe(
      v.string('联系人手机应为文字'),
      v.transform((s) => s.replace(/[\s-]/g, '')),
      v.regex(/^(1[3-9]\d{9})?$/, '联系人手机应为11位手机号码'),
    ),
    '',
  ),
  landline: optionalText('联系人电话', 40),
  email: optionalText('联系人邮箱', 100),
  wechat: optionalText('联系人微信号', 30),
});
export type Contact = v.InferOutput<typeof contact>;

/** How a contact is named to the server: of its kind, name and number, so that no other takes its place. */
export const contactKey = v.pipe(v.string('缺少联系人'), v.regex(/^[0-9a-f]{16}$/, '联系人不正确'));

/** A contact as staff see it: the number masked, shown whole one at a time (directory.reveal). */
export const shownContact = v.object({ ...contact.entries, key: v.string(), phone: v.string() });
export type ShownContact = v.InferOutput<typeof shownContact>;

/** As an edit sends it: a number left masked stays what is on file under `key`. */
const editedContact = v.object({
  ...contact.entries,
  key: v.optional(contactKey),
  phone: v.optional(
    v.pipe(
      v.string('联系人手机应为文字'),
      v.transform((s) => s.replace(/[\s-]/g, '')),
      v.regex(/^(1[3-9]\d{9}|1[3-9]\d\*{4}\d{4})?$/, '联系人手机应为11位手机号码'),
    ),
    '',
  ),
});

export const unitFields = {
  name: v.pipe(text('单位全称', 60), v.minLength(4, '单位全称应与营业执照一致，至少4字')),
  short: optionalText('单位简称', 20),
  nature: v.picklist(keys(natures), '请选择单位性质'),
  stateLevel: v.optional(v.nullable(v.picklist(keys(stateLevels), '请选择国有企业的级别')), null),
  address: text('通讯地址', 100),
  postCode: v.pipe(v.string('请填写邮编'), v.trim(), v.regex(/^\d{6}$/, '邮编应为6位数字')),
  hosts: v.pipe(
    v.array(id('主办方'), '请选择所属主办方'),
    v.minLength(1, '请选择所属主办方'),
    v.maxLength(4, '所属主办方过多'),
  ),
  region: text('所在地区', 20),
  industry: text('所属行业', 20),
  post: v.picklist(keys(posts), '请选择在协会的职务'),
  /** 统一社会信用代码 or older registration number (E); empty: not known. */
  creditCode: v.optional(
    v.pipe(
      v.string('统一社会信用代码应为文字'),
      v.transform((s) => s.replace(/\s/g, '').toUpperCase()),
      v.regex(/^([0-9A-Z]{15}|[0-9A-Z]{18})?$/, '统一社会信用代码应为18位（旧注册号15位）'),
    ),
    '',
  ),
  legalRep: optionalText('法定代表人', 30),
  landline: optionalText('单位电话', 40),
  fax: optionalText('传真', 40),
  email: v.optional(
    v.pipe(
      v.string('电子邮箱应为文字'),
      v.trim(),
      v.maxLength(100, '电子邮箱最多100字'),
      v.regex(/^([^\s@]+@[^\s@]+\.[^\s@]+)?$/, '电子邮箱格式不正确，如 name@example.com'),
    ),
    '',
  ),
  website: optionalText('单位网站', 100),
  tags: v.optional(
    v.pipe(
      v.array(text('标签', 12), '标签应为列表'),
      v.maxLength(12, '标签最多12个'),
      v.transform((tags) => [...new Set(tags)]),
    ),
    [],
  ),
  /** Day the unit joined; null: not known. */
  joinedOn: v.optional(v.nullable(day('入会日期')), null),
  /** People of the unit besides registered liaisons. */
  contacts: v.optional(v.pipe(v.array(contact, '联系人应为列表'), v.maxLength(12, '联系人最多12位')), []),
};

/** State-owned enterprises name their level, others have none (notes to form A). */
export const levelAgrees = (nature: string, level: string | null | undefined) =>
  (nature === 'state') === !!level;
export const levelRule = '国有企业请选择级别，其他性质不选级别';

/** What an edit sends and the file keeps. */
export type UnitForm = { [K in keyof typeof unitFields]: v.InferOutput<(typeof unitFields)[K]> };

export const seatOfUnit = v.object({
  kind: seatKind,
  name: v.string(),
  position: v.string(),
  phone: v.string(),
  landline: v.string(),
  /** The record behind the seat. */
  filingId: v.string(),
  /** 备案号, one per host. */
  numbers: v.array(v.string()),
  since: v.string(),
});

/** What the rulebook calls the two seats. */
export const seatNames = v.object({ main: v.string(), deputy: v.string() });

/** When and why a unit left; `on` is the day in the association's books. */
const departure = v.object({ on: v.string(), reason: v.string(), by: v.string(), at: v.string() });

export const unitContract = {
  'unit.save': mutation(
    v.pipe(
      v.object({
        ...unitFields,
        contacts: v.optional(
          v.pipe(v.array(editedContact, '联系人应为列表'), v.maxLength(12, '联系人最多12位')),
          [],
        ),
        unitId: v.optional(id('单位')),
        /** `updatedAt` of the file the editor began from: changed by another since, nothing is written. */
        seen: v.optional(instant('修改时间')),
      }),
      v.forward(
        v.partialCheck([['nature'], ['stateLevel']], (u) => levelAgrees(u.nature, u.stateLevel), levelRule),
        ['stateLevel'],
      ),
    ),
    v.object({ unitId: v.string() }),
  ),

  /**
   * Units by stored pinyin order; `search` matches name, short name, people, initials, pinyin and the last digits of a
   * number. All wishes hold together. Staff only.
   */
  'unit.list': query(
    v.object({
      search: optionalText('搜索', 30),
      /** Only units whose main seat is empty, the longest first. */
      vacant: v.optional(flag('只看无联络员'), false),
      /** Only units that left. */
      left: v.optional(flag('只看已退会'), false),
      region: optionalText('地区', 20),
      industry: optionalText('行业', 20),
      post: v.optional(v.picklist(keys(posts), '协会职务不正确')),
      tag: optionalText('标签', 12),
      cursor,
    }),
    v.object({
      units: v.array(
        v.object({
          unitId: v.string(),
          name: v.string(),
          region: v.string(),
          industry: v.string(),
          post: v.string(),
          tags: v.array(v.string()),
          liaison: v.nullable(v.string()),
          /** Whole days since the main seat is empty; null while it is taken. */
          vacantDays: v.nullable(count),
          /** Day it left; null: a member. */
          leftOn: v.nullable(v.string()),
        }),
      ),
      next,
    }),
  ),

  /** The file of a unit, of one that left as well. Staff only. */
  'unit.get': query(
    v.object({ unitId: id('单位') }),
    v.object({
      unitId: v.string(),
      ...unitFields,
      contacts: v.array(shownContact),
      active: v.boolean(),
      left: v.nullable(departure),
      /** Earlier departures, the last first. */
      departures: v.array(v.object({ ...departure.entries, backAt: v.string() })),
      seats: v.array(seatOfUnit),
      seatNames,
      /** By what the rulebook classifies its members (D: all four). */
      classifications: v.array(v.picklist(['post', 'type', 'region', 'industry'])),
      vacantDays: v.nullable(count),
      updatedAt: v.string(),
    }),
  ),

  /** Who held which seat from when until when, and what is being registered now; the newest first. Staff only. */
  'unit.terms': query(
    v.object({ unitId: id('单位'), cursor }),
    v.object({
      terms: v.array(
        v.object({
          filingId: v.string(),
          kind: seatKind,
          name: v.string(),
          position: v.string(),
          state: v.picklist(filingStates),
          numbers: v.array(v.string()),
          submittedAt: v.string(),
          since: v.nullable(v.string()),
          until: v.nullable(v.string()),
          /** Why it ended, e.g. 交接, 退会. */
          ended: v.string(),
        }),
      ),
      next,
    }),
  ),

  /** Papers in the unit's file, the newest first. Staff only. */
  'unit.papers': query(
    v.object({ unitId: id('单位'), cursor }),
    v.object({
      papers: v.array(
        v.object({
          attachmentId: v.string(),
          kind: v.picklist(keys(attachmentKinds)),
          name: v.string(),
          by: v.string(),
          at: v.string(),
          /** Temporary address; null: the file is lost. */
          url: v.nullable(v.string()),
          /** A person's own paper, for who reviews registrations alone: `url` is null then. */
          closed: v.boolean(),
          subjectId: v.nullable(v.string()),
        }),
      ),
      next,
    }),
  ),

  /** Everything that was ever done with the unit, the newest first, from the audit entries. Staff only. */
  'unit.timeline': query(
    v.object({ unitId: id('单位'), cursor }),
    v.object({
      events: v.array(
        v.object({
          eventId: v.string(),
          at: v.string(),
          line: v.string(),
          who: v.string(),
          /** The registration it was about. */
          filingId: v.nullable(v.string()),
        }),
      ),
      next,
    }),
  ),

  /** Puts an uploaded file into a unit's file (members that left included). `subjectId`: the filing, handover or correction it is the paper of. */
  'unit.attach': mutation(
    v.object({
      unitId: id('单位'),
      kind: v.picklist(keys(attachmentKinds), '请选择材料类别'),
      fileKey: id('文件'),
      name: text('材料名称', 120),
      subjectId: v.optional(v.nullable(id('所属登记')), null),
    }),
    v.object({ attachmentId: v.string() }),
  ),

  /** Takes a paper out of the list; the file itself is kept in storage. */
  'unit.detach': mutation(v.object({ attachmentId: id('材料') }), v.object({})),

  /**
   * The unit leaves the association (退会): its seats end at this instant and what was being registered for it is
   * refused; the file stays readable. `unit.rejoin` takes it back.
   */
  'unit.leave': mutation(
    v.object({ unitId: id('单位'), on: day('退会日期'), reason: text('退会原因', 100) }),
    /** Registrations and handovers that were under way and are refused now. */
    v.object({ refused: count }),
  ),

  /** A unit that left is a member again, without liaison. */
  'unit.rejoin': mutation(v.object({ unitId: id('单位') }), v.object({})),
};
