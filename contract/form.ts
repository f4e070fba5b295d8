import * as v from 'valibot';
import { day, id, mobile, optionalText, text } from './fields';
import { levelAgrees, levelRule, natures, stateLevels, unitFields } from './unit';

/** Registration form 会员单位联络员登记 of rulebook A, field by field; a policy picks which are asked. */

const ethnicityMax = 20;

/** GB 11643: 17 digits and a check character; empty where the policy does not ask. */
const idNumber = v.pipe(
  v.string('请填写身份证号'),
  v.transform((s) => s.replace(/\s/g, '').toUpperCase()),
  v.check((s) => s === '' || isIdNumber(s), '身份证号不正确，请对照身份证核对18位号码'),
);

export const genders = ['男', '女'] as const;
export const politics = ['中共党员', '中共预备党员', '共青团员', '民主党派', '无党派人士', '群众'] as const;
export const educations = ['高中及以下', '中专', '大专', '本科', '硕士研究生', '博士研究生'] as const;

const resumeRow = v.pipe(
  v.object({
    start: day('开始日期'),
    /** null: to this day (至今). */
    end: v.nullable(day('结束日期')),
    work: text('单位和职务', 60),
  }),
  v.forward(
    v.check((row) => row.end === null || row.end >= row.start, '结束日期不能早于开始日期'),
    ['end'],
  ),
);

/** Every field of the form; keys are what a reviewer names when sending back. */
export const formFields = {
  unitName: unitFields.name,
  unitNature: unitFields.nature,
  unitStateLevel: unitFields.stateLevel,
  address: unitFields.address,
  postCode: unitFields.postCode,
  creditCode: unitFields.creditCode,
  legalRep: unitFields.legalRep,
  region: optionalText('所在地区', 20),
  industry: optionalText('所属行业', 20),
  fax: unitFields.fax,
  website: unitFields.website,
  name: text('姓名', 20),
  gender: v.picklist(genders, '请选择性别'),
  ethnicity: text('民族', ethnicityMax),
  birthDate: day('出生日期'),
  politics: v.picklist(politics, '请选择政治面貌'),
  education: v.picklist(educations, '请选择学历'),
  title: optionalText('职称', 30),
  position: text('职务', 30),
  email: v.pipe(
    v.string('请填写电子邮箱'),
    v.trim(),
    v.maxLength(100, '电子邮箱最多100字'),
    v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, '电子邮箱格式不正确，如 name@example.com'),
  ),
  landline: v.pipe(
    v.string('请填写办公电话'),
    v.trim(),
    v.regex(/^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/, '办公电话应为区号-号码，如029-88888888'),
  ),
  mobile: mobile('手机'),
  wechat: optionalText('微信号', 30),
  idNumber: v.optional(idNumber, ''),
  resume: v.pipe(
    v.array(resumeRow, '请填写个人简历'),
    v.minLength(1, '个人简历从参加工作填起，至少一行'),
    v.maxLength(30, '个人简历最多30行'),
    v.check(
      (rows) => rows.every((row, i) => i === 0 || row.start >= (rows[i - 1]?.start ?? '')),
      '个人简历请按时间先后填写',
    ),
  ),
  photo: id('照片'),
  recommendation: id('会员单位推荐意见（盖章页）'),
  proofLetter: id('单位有效证明'),
  licence: id('营业执照'),
};

/** Fields that hold the key of an uploaded picture; each is the upload's use as well. */
export const pictureKeys = ['photo', 'recommendation', 'proofLetter', 'licence'] as const;
export type PictureKey = (typeof pictureKeys)[number];
export const isPictureKey = (key: string): key is PictureKey => pictureKeys.some((one) => one === key);

export type FormKey = keyof typeof formFields;
export const formKeys = Object.keys(formFields) as FormKey[];
const formKey = v.picklist(formKeys, '没有这个项目');

export const formLabels: Record<FormKey, string> = {
  unitName: '单位全称',
  unitNature: '单位性质',
  unitStateLevel: '国有企业级别',
  address: '通讯地址',
  postCode: '邮编',
  creditCode: '统一社会信用代码',
  legalRep: '法定代表人',
  region: '所在地区',
  industry: '所属行业',
  fax: '传真',
  website: '单位网站',
  name: '姓名',
  gender: '性别',
  ethnicity: '民族',
  birthDate: '出生日期',
  politics: '政治面貌',
  education: '学历',
  title: '职称',
  position: '职务',
  email: '电子邮箱',
  landline: '办公电话',
  mobile: '手机',
  wechat: '微信号',
  idNumber: '身份证号',
  resume: '个人简历',
  photo: '照片',
  recommendation: '会员单位推荐意见（盖章页）',
  proofLetter: '单位有效证明',
  licence: '营业执照',
};

/** The rule beside each field, in the words of the notes to form A. */
export const formRules: Partial<Record<FormKey, string>> = {
  unitName: '与工商登记（营业执照）上的全称一致',
  unitNature: '国有企业请再选央企、省企、市企或县（区）企',
  address: '完整的邮寄地址，到门牌号',
  postCode: '通讯地址的6位邮政编码',
  creditCode: '营业执照上的18位统一社会信用代码',
  legalRep: '与营业执照上的一致',
  fax: '带区号，没有传真可以不填',
  website: '没有网站可以不填',
  idNumber: '只用于核对身份，加密保存，他人只能看到首尾几位',
  proofLetter: '单位出具的证明，盖章后拍照，字迹和公章要清楚',
  licence: '营业执照副本复印件加盖公章后拍照',
  position: '在本单位担任的职务，如：综合办公室主任',
  title: '没有职称可以不填',
  landline: '带区号，如 029-88888888；有分机写在后面：029-88888888-801',
  mobile: '用于接收通知和会议安排，其他联络员看不到完整号码',
  wechat: '便于加入联络员微信群，可以不填',
  resume: '从参加工作填起，每段起止时间写到日，最后一段可选“至今”',
  photo: '近期免冠照片，jpg 或 png，不超过5MB',
  recommendation: '打印推荐意见，单位盖章并写明日期后拍照，字迹和公章要清楚',
};

/** Steps of the registration page, in order (face.md: 同意, 单位, 本人, 履历, 照片与推荐, 核对). */
export const formSteps: { key: string; title: string; fields: FormKey[] }[] = [
  {
    key: 'unit',
    title: '单位',
    fields: [
      'unitName',
      'unitNature',
      'unitStateLevel',
      'creditCode',
      'legalRep',
      'address',
      'postCode',
      'region',
      'industry',
      'fax',
      'website',
    ],
  },
  {
    key: 'person',
    title: '本人',
    fields: [
      'name',
      'gender',
      'ethnicity',
      'birthDate',
      'politics',
      'education',
      'title',
      'position',
      'mobile',
      'landline',
      'email',
      'wechat',
      'idNumber',
    ],
  },
  { key: 'resume', title: '履历', fields: ['resume'] },
  { key: 'proof', title: '照片与推荐', fields: ['photo', 'recommendation', 'proofLetter', 'licence'] },
];

/** Choices of the fields that are picked, as value → words. */
export const formChoices: Partial<Record<FormKey, Record<string, string>>> = {
  unitNature: natures,
  unitStateLevel: stateLevels,
  gender: same(genders),
  politics: same(politics),
  education: same(educations),
};

/** Form A, every field of it. */
export const form = v.pipe(
  v.omit(v.object(formFields), [
    'creditCode',
    'legalRep',
    'region',
    'industry',
    'fax',
    'website',
    'idNumber',
    'proofLetter',
    'licence',
  ]),
  v.forward(
    v.partialCheck(
      [['unitNature'], ['unitStateLevel']],
      (f) => levelAgrees(f.unitNature, f.unitStateLevel),
      levelRule,
    ),
    ['unitStateLevel'],
  ),
);
export type Form = v.InferOutput<typeof form>;
/** What a person has typed so far: anything may be missing. */
export type FormDraft = v.InferInput<typeof formPart>;

/** Fields each checked alone; any may be missing. */
export const formPart = v.partial(v.object(formFields));
export type FormPart = v.InferOutput<typeof formPart>;

/** A form as it is read: the ID number is masked, which no rule of the field would let pass. */
export const formShown = v.object({ ...formPart.entries, idNumber: v.optional(v.string()) });

/** What is sent in: a field left empty counts as not sent. Which ones a policy asks for is `formFault`'s matter. */
export const formSent = v.pipe(
  v.custom<FormDraft>((given) => typeof given === 'object' && given !== null, '请填写登记表'),
  v.transform((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => !isEmpty(value)))),
  formPart,
);

/** What a policy asks: `policy.filing`. */
export interface Asked {
  fields: readonly FormKey[];
  required: readonly FormKey[];
}

/** The same, as an answer carries it. */
export const askedShown = v.object({ fields: v.array(formKey), required: v.array(formKey) });

/** Without these nobody could be seated, whatever the policy says. */
export const coreFields: readonly FormKey[] = ['unitName', 'name', 'mobile'];
const MIN_AGE = 16;

/** The first thing that keeps a form from being sent as a whole, by field path; null when it may. `today` is a day. */
export function formFault(
  form: FormPart,
  { required }: Asked,
  today: string,
): { field: string; message: string } | null {
  const missing = formKeys.find(
    (key) => (required.includes(key) || coreFields.includes(key)) && isEmpty(form[key]),
  );
  if (missing) return { field: missing, message: missingText(missing) };
  if (!levelAgrees(form.unitNature ?? '', form.unitStateLevel))
    return { field: 'unitStateLevel', message: levelRule };
  const { birthDate, resume = [] } = form;
  if (birthDate && birthDate > today) return { field: 'birthDate', message: '出生日期不能晚于今天' };
  if (birthDate && birthDate > yearsBefore(today, MIN_AGE))
    return { field: 'birthDate', message: `联络员应年满${MIN_AGE}周岁，请核对出生日期` };
  for (const [i, { start, end }] of resume.entries()) {
    if (start > today) return { field: `resume.${i}.start`, message: '开始日期不能晚于今天' };
    if (birthDate && start < birthDate)
      return { field: `resume.${i}.start`, message: '开始日期早于出生日期，请核对' };
    if (end && end > today)
      return { field: `resume.${i}.end`, message: '结束日期不能晚于今天；仍在任职请选“至今”' };
    if (!end && i < resume.length - 1)
      return { field: `resume.${i}.end`, message: '只有最后一段可以选“至今”' };
  }
  return null;
}

/** Only what the policy asks for. */
export const askedOf = (form: FormPart, { fields }: Asked): FormPart =>
  Object.fromEntries(Object.entries(form).filter(([key]) => fields.some((field) => field === key)));

/** Nothing filled in. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The field's own words for not being there. */
export function missingText(key: FormKey): string {
  const parsed = v.safeParse(formFields[key], undefined);
  return parsed.success ? `请填写${formLabels[key]}` : parsed.issues[0].message;
}

/** Weights of the 17 digits, modulo 11, name the last character (GB 11643). */
function isIdNumber(s: string): boolean {
  if (!/^\d{17}[\dX]$/.test(s)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(s[i]), 0);
  return '10X98765432'[sum % 11] === s[17];
}

const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

function same<T extends string>(values: readonly T[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, value]));
}
