import * as v from 'valibot';
import {
  askedOf,
  form,
  formChoices,
  formFault,
  formFields,
  formKeys,
  formLabels,
  formPart,
  formRules,
  formSent,
  formShown,
  formSteps,
  type Form,
  type FormKey,
  type FormPart,
} from '@contract/form';
import { presetIds } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';

const good: Form = {
  unitName: '示例青岚矿业有限公司',
  unitNature: 'state',
  unitStateLevel: 'province',
  address: '示例市示例区一号路1号',
  postCode: '710000',
  name: '王某',
  gender: '女',
  ethnicity: '汉族',
  birthDate: '1985-03-09',
  politics: '群众',
  education: '本科',
  title: '',
  position: '办公室主任',
  email: 'wang@example.com',
  landline: '029-88888888-801',
  mobile: '19900000001',
  wechat: '',
  resume: [
    { start: '2006-07-01', end: '2012-03-31', work: '示例设计院 职员' },
    { start: '2012-04-01', end: null, work: '示例青岚矿业有限公司 办公室主任' },
  ],
  photo: 'photo-1',
  recommendation: 'page-1',
};

/** Every field there is, filled in; what rulebooks other than A ask as well. */
const whole: FormPart = {
  ...good,
  creditCode: '91610000MA00000001',
  legalRep: '李某',
  region: '西安',
  industry: '煤炭',
  fax: '029-88888889',
  website: 'www.example.com',
  idNumber: '61000019850309007X',
  proofLetter: 'letter-1',
  licence: 'licence-1',
};
/** Fields of form A; the others are checked alone. */
const ofA: readonly FormKey[] = presets['shaanxi-coal'].filing.fields;

/** Paths and messages, one a field, as the pipeline asks. */
const issues = (given: unknown, schema: typeof form | typeof formPart = form): [string | null, string][] =>
  (v.safeParse(schema, given, { abortPipeEarly: true }).issues ?? []).map((one) => [
    v.getDotPath(one),
    one.message,
  ]);
const schemaOf = (key: FormKey) => (ofA.includes(key) ? form : formPart);

/** Chinese, but for an example address or the kinds of picture. */
const inChinese = (message: string) =>
  /[\u4e00-\u9fff]/.test(message) && !/[A-Za-z]/.test(message.replace('name@example.com', ''));

test('a whole form passes as it is', () => {
  expect(v.parse(form, good)).toEqual(good);
});

test('what may be left out gets its default', () => {
  const optional = ['title', 'wechat', 'unitStateLevel'];
  const rest = Object.fromEntries(Object.entries(good).filter(([key]) => !optional.includes(key)));
  expect(v.parse(form, { ...rest, unitNature: 'private' })).toMatchObject({
    title: '',
    wechat: '',
    unitStateLevel: null,
  });
});

test('typed spaces and dashes do not matter', () => {
  const typed = {
    ...good,
    name: ' 王某 ',
    mobile: '199 0000-0001',
    postCode: ' 710000 ',
    email: ' wang@example.com ',
  };
  expect(v.parse(form, typed)).toEqual(good);
});

describe('bad input is refused in Chinese, by field', () => {
  const long = (n: number) => '长'.repeat(n);
  const cases: [FormKey, unknown, string, string][] = [
    ['unitName', '', 'unitName', '请填写单位全称'],
    ['unitName', '矿', 'unitName', '单位全称应与营业执照一致，至少4字'],
    ['unitName', long(61), 'unitName', '单位全称最多60字'],
    ['unitNature', 'royal', 'unitNature', '请选择单位性质'],
    ['unitStateLevel', 'moon', 'unitStateLevel', '请选择国有企业的级别'],
    ['unitStateLevel', null, 'unitStateLevel', '国有企业请选择级别，其他性质不选级别'],
    ['unitNature', 'private', 'unitStateLevel', '国有企业请选择级别，其他性质不选级别'],
    ['address', '   ', 'address', '请填写通讯地址'],
    ['postCode', '71000', 'postCode', '邮编应为6位数字'],
    ['name', long(21), 'name', '姓名最多20字'],
    ['gender', '其他', 'gender', '请选择性别'],
    ['ethnicity', '', 'ethnicity', '请填写民族'],
    ['birthDate', '1985-02-30', 'birthDate', '出生日期应为存在的日期，如2026-11-21'],
    ['birthDate', '1985-3-9', 'birthDate', '出生日期应为存在的日期，如2026-11-21'],
    ['politics', '', 'politics', '请选择政治面貌'],
    ['education', '小学', 'education', '请选择学历'],
    ['title', long(31), 'title', '职称最多30字'],
    ['position', '', 'position', '请填写职务'],
    ['email', 'wang@example', 'email', '电子邮箱格式不正确，如 name@example.com'],
    ['email', 'wang li@example.com', 'email', '电子邮箱格式不正确，如 name@example.com'],
    ['landline', '12345', 'landline', '办公电话应为区号-号码，如029-88888888'],
    ['mobile', '12900000001', 'mobile', '手机应为11位手机号码'],
    ['mobile', '1990000000', 'mobile', '手机应为11位手机号码'],
    ['wechat', long(31), 'wechat', '微信号最多30字'],
    ['resume', [], 'resume', '个人简历从参加工作填起，至少一行'],
    ['resume', [{ start: '', end: null, work: '职员' }], 'resume.0.start', '请选择开始日期'],
    ['resume', [{ start: '2012-04-01', end: null, work: '' }], 'resume.0.work', '请填写单位和职务'],
    [
      'resume',
      [{ start: '2012-04-01', end: '2012-03-31', work: '职员' }],
      'resume.0.end',
      '结束日期不能早于开始日期',
    ],
    [
      'resume',
      [
        { start: '2012-04-01', end: null, work: '主任' },
        { start: '2006-07-01', end: null, work: '职员' },
      ],
      'resume',
      '个人简历请按时间先后填写',
    ],
    [
      'resume',
      Array(31).fill({ start: '2012-04-01', end: null, work: '职员' }),
      'resume',
      '个人简历最多30行',
    ],
    ['photo', '../x', 'photo', '照片不正确'],
    ['recommendation', '', 'recommendation', '会员单位推荐意见（盖章页）不正确'],
    ['creditCode', '9161000', 'creditCode', '统一社会信用代码应为18位（旧注册号15位）'],
    ['creditCode', '91610000-A00000001', 'creditCode', '统一社会信用代码应为18位（旧注册号15位）'],
    ['legalRep', long(31), 'legalRep', '法定代表人最多30字'],
    ['region', long(21), 'region', '所在地区最多20字'],
    ['industry', long(21), 'industry', '所属行业最多20字'],
    ['fax', long(41), 'fax', '传真最多40字'],
    ['website', long(101), 'website', '单位网站最多100字'],
    ['idNumber', '61000019850309', 'idNumber', '身份证号不正确，请对照身份证核对18位号码'],
    ['idNumber', '610000198503090060', 'idNumber', '身份证号不正确，请对照身份证核对18位号码'],
    ['idNumber', '61000019850309006X', 'idNumber', '身份证号不正确，请对照身份证核对18位号码'],
    ['proofLetter', '../x', 'proofLetter', '单位有效证明不正确'],
    ['licence', '', 'licence', '营业执照不正确'],
  ];
  test.each(cases)('%s = %j', (key, value, at, message) => {
    expect(issues({ ...whole, [key]: value }, schemaOf(key))).toEqual([[at, message]]);
  });

  test('every field has a case', () => {
    expect(new Set(cases.map(([key]) => key))).toEqual(new Set(formKeys));
  });

  test.each(formKeys)('%s of a wrong type', (key) => {
    for (const value of [7, true, { a: 1 }]) {
      const [first] = issues({ ...whole, [key]: value }, schemaOf(key));
      expect(first?.[0]).toBe(key);
      expect(first?.[1]).toSatisfyChinese();
    }
  });

  test.each(formKeys)('%s not filled in yet', (key) => {
    const found = issues({ ...good, [key]: undefined });
    expect(found.every(([at]) => at === key)).toBe(true);
    for (const [, message] of found) expect(message).toSatisfyChinese();
  });

  test('a form with nothing in it names every field that must be filled, in order', () => {
    const optional: FormKey[] = ['unitStateLevel', 'title', 'wechat'];
    expect(issues({}).map(([at]) => at)).toEqual(ofA.filter((key) => !optional.includes(key)));
  });
});

describe('what is sent in', () => {
  const { filing: asked } = presets['shaanxi-coal'];
  const today = '2026-11-21';

  test('empty fields count as not sent, the others are checked alone', () => {
    expect(v.parse(formSent, { name: ' 王某 ', title: '', photo: null, resume: [] })).toEqual({
      name: '王某',
    });
    expect(v.parse(formSent, {})).toEqual({});
    for (const given of [null, undefined, '王某']) expect(v.is(formSent, given)).toBe(false);
  });

  test('only what the policy asks for is kept', () => {
    expect(askedOf(good, { fields: ['name', 'mobile'], required: [] })).toEqual({
      name: '王某',
      mobile: '19900000001',
    });
    expect(askedOf(whole, asked)).toEqual(good);
  });

  test.each(presetIds)('%s keeps of a whole form just what it asks', (presetId) => {
    const { filing } = presets[presetId];
    expect(Object.keys(askedOf(whole, filing)).sort()).toEqual([...filing.fields].sort());
  });

  test('an ID number is taken with spaces and a small x', () => {
    expect(v.parse(formSent, { idNumber: ' 610000 19850309 007x ' })).toEqual({
      idNumber: '61000019850309007X',
    });
  });

  test.each(presetIds)('a whole form may be sent under %s', (presetId) => {
    const { filing } = presets[presetId];
    expect(formFault(askedOf(whole, filing), filing, today)).toBeNull();
  });

  const asks = presetIds.flatMap((presetId) =>
    presets[presetId].filing.fields.map((key): [string, FormKey] => [presetId, key]),
  );
  test.each(asks)('under %s, %s missing is said in its own words when required', (presetId, key) => {
    const { filing } = presets[presetId as (typeof presetIds)[number]];
    const fault = formFault({ ...askedOf(whole, filing), [key]: undefined }, filing, today);
    if (!filing.required.includes(key) && key !== 'unitStateLevel') return expect(fault).toBeNull();
    expect(fault?.field).toBe(key);
    expect(fault?.message).toSatisfyChinese();
  });

  test.each(formKeys)('%s may be required, whatever its own default', (key) => {
    const fault = formFault({ ...whole, [key]: undefined }, { fields: formKeys, required: [key] }, today);
    expect(fault?.field).toBe(key);
    expect(fault?.message).toSatisfyChinese();
    expect(fault?.message.includes('null')).toBe(false);
  });

  test.each(['unitName', 'name', 'mobile'] as const)('%s is needed whatever the policy says', (key) => {
    expect(formFault({ ...good, [key]: undefined }, { fields: [], required: [] }, today)?.field).toBe(key);
  });

  test.each<[Partial<Form>, string, string]>([
    [{ unitStateLevel: null }, 'unitStateLevel', '国有企业请选择级别，其他性质不选级别'],
    [{ birthDate: '2026-11-22' }, 'birthDate', '出生日期不能晚于今天'],
    [{ birthDate: '2010-11-22' }, 'birthDate', '联络员应年满16周岁，请核对出生日期'],
    [
      { resume: [{ start: '2026-11-22', end: null, work: '职员' }] },
      'resume.0.start',
      '开始日期不能晚于今天',
    ],
    [
      { resume: [{ start: '2006-07-01', end: '2026-11-22', work: '职员' }] },
      'resume.0.end',
      '结束日期不能晚于今天；仍在任职请选“至今”',
    ],
    [
      {
        resume: [
          { start: '1985-03-08', end: '2006-06-30', work: '职员' },
          { start: '2006-07-01', end: null, work: '主任' },
        ],
      },
      'resume.0.start',
      '开始日期早于出生日期，请核对',
    ],
    [
      {
        resume: [
          { start: '2006-07-01', end: '2012-03-31', work: '职员' },
          { start: '2012-04-01', end: null, work: '主任' },
          { start: '2020-01-01', end: null, work: '经理' },
        ],
      },
      'resume.1.end',
      '只有最后一段可以选“至今”',
    ],
  ])('%j is refused', (change, field, message) => {
    expect(formFault({ ...good, ...change }, asked, today)).toEqual({ field, message });
  });

  test('a résumé from the day of birth passes, and any when no birth date is asked', () => {
    const resume = [{ start: '1985-03-09', end: null, work: '职员' }];
    expect(formFault({ ...good, resume }, asked, today)).toBeNull();
    const early = [{ start: '1900-01-01', end: null, work: '职员' }];
    expect(
      formFault({ ...good, birthDate: undefined, resume: early }, { fields: [], required: [] }, today),
    ).toBeNull();
  });

  test('sixteen today, or begun today, is in time', () => {
    const resume = [{ start: today, end: today, work: '职员' }];
    expect(formFault({ ...good, birthDate: '2010-11-21', resume }, asked, today)).toBeNull();
  });
});

describe('a correction', () => {
  test('holds only some fields, each checked alone', () => {
    expect(v.parse(formPart, { postCode: '710001' })).toEqual({ postCode: '710001' });
    const [issue] = v.safeParse(formPart, { postCode: 'x' }).issues ?? [];
    expect(issue && [v.getDotPath(issue), issue.message]).toEqual(['postCode', '邮编应为6位数字']);
  });
});

describe('a form as it is read', () => {
  test('may hold a masked ID number, and nothing else that is wrong', () => {
    const masked = { ...whole, idNumber: '610***********007X' };
    expect(v.parse(formShown, masked)).toEqual(masked);
    expect(v.is(formPart, masked)).toBe(false);
    expect(v.is(formShown, { ...masked, mobile: '1' })).toBe(false);
  });
});

describe('what the pages show', () => {
  test('every field stands on exactly one step', () => {
    expect(formSteps.flatMap((step) => step.fields).sort()).toEqual([...formKeys].sort());
  });

  test('labels, rules and choices belong to fields', () => {
    expect(Object.keys(formLabels)).toEqual(formKeys);
    for (const key of [...Object.keys(formRules), ...Object.keys(formChoices)])
      expect(formKeys).toContain(key);
    for (const label of Object.values(formLabels)) expect(label).toMatch(/^[\u4e00-\u9fff（）]+$/);
  });

  test('every choice passes its field', () => {
    for (const key of Object.keys(formChoices) as FormKey[])
      for (const value of Object.keys(formChoices[key] ?? {}))
        expect(v.is(formFields[key], value)).toBe(true);
  });
});

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how jest's matchers are extended
  namespace jest {
    interface Matchers<R> {
      toSatisfyChinese(): R;
    }
  }
}

expect.extend({
  toSatisfyChinese: (message: string) => ({
    pass: inChinese(message),
    message: () => `not Chinese: ${message}`,
  }),
});
