import * as v from 'valibot';
import { formKeys, formSteps, type FormKey } from '@contract/form';
import { contrastOnWhite } from '@contract/policy/part';
import { presetIds } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import { policy, type Policy } from '@contract/policy/schema';
import { filingNumber } from '@contract/rules/number';

const parse = (given: unknown) => v.safeParse(policy, given);

/** Path and message of the first issue. */
function issue(given: unknown): [string | null, string] {
  const result = parse(given);
  if (result.success) throw new Error('passed');
  return [v.getDotPath(result.issues[0]), result.issues[0].message];
}

/** A preset with one thing changed, `undefined` takes the key out. */
function broken(path: string, value: unknown): unknown {
  const copy = structuredClone(presets['shaanxi-coal']) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((at, name) => at[name] as Record<string, unknown>, copy);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

describe('presets', () => {
  test.each(presetIds)('%s parses and keeps every field', (presetId) => {
    expect(v.parse(policy, presets[presetId])).toEqual(presets[presetId]);
    expect(presets[presetId].id).toBe(presetId);
  });

  test.each(presetIds)('%s has accents legible on white and under white text', (presetId) => {
    for (const { accent } of presets[presetId].hosts)
      expect(contrastOnWhite(accent)).toBeGreaterThanOrEqual(4.5);
  });

  test('contrast is that of WCAG', () => {
    expect(contrastOnWhite('#000000')).toBeCloseTo(21);
    expect(contrastOnWhite('#ffffff')).toBeCloseTo(1);
    expect(contrastOnWhite('#777777')).toBeCloseTo(4.48, 1);
  });

  test('A: Shaanxi coal says what its rulebook says', () => {
    const a = presets['shaanxi-coal'];
    expect(a.hosts.map(({ id, name, short }) => [id, name, short])).toEqual([
      ['association', '陕西省煤炭工业协会', '协会'],
      ['society', '陕西省煤炭学会', '学会'],
    ]);
    expect(a.seats).toMatchObject({ main: 1, deputy: 0 }); // art. 4
    expect(a.duties).toHaveLength(5); // art. 7
    const others: FormKey[] = [
      'creditCode',
      'legalRep',
      'region',
      'industry',
      'fax',
      'website',
      'idNumber',
      'proofLetter',
      'licence',
    ];
    expect(a.filing.fields).toEqual(formKeys.filter((key) => !others.includes(key))); // the form, field by field
    expect(a.filing).toMatchObject({
      sealedPage: true,
      reportChangeWithinWorkdays: null,
      publishNames: false,
    });
    expect(a.meetings.perYear).toEqual({ min: 1, max: 1 }); // art. 9
    expect(a.meetings.extra).toBe(true);
    expect(a.meetings.agenda).toHaveLength(7);
    expect(a.appraisal?.allowance).toBe(true); // art. 10
    expect(a.replacement).toEqual({ missedTasksInRow: null, missedMeetings: null, idleMonths: 12 }); // art. 13
    expect(a.articles).toEqual({ withinDays: null, photo: null, headApproval: false });
    expect(a.dues).toEqual({ deadline: null, tiers: [] });
  });

  test.each(['chengdu-machinery', 'taizhou-cars'] as const)(
    'B, C: %s says what its rulebook says',
    (presetId) => {
      const b = presets[presetId];
      expect(b.filing).toMatchObject({ proof: 'letter', publishNames: true }); // art. 3
      expect(b.filing.required).toContain('proofLetter');
      expect(b.filing.fields).not.toContain('recommendation');
      expect(b.filing.fields).toContain('legalRep'); // art. 6, unit basics
      expect(b.replacement).toEqual({ missedTasksInRow: 2, missedMeetings: 2, idleMonths: null }); // art. 4
      expect(b.dues.deadline).toEqual({ month: 1, day: 31 }); // art. 6
      expect(b.articles).toEqual({ withinDays: 7, photo: { width: 800, height: 600 }, headApproval: true });
      expect(b.meetings).toMatchObject({
        perYear: { min: 1, max: 2 },
        delegate: true,
        byCorrespondence: true,
      });
      expect(b.seats).toMatchObject({ main: 1, deputy: 0 });
      expect(b.appraisal?.title).toBe('年度优秀联络员');
      expect(b.appraisal?.criteria).toHaveLength(5); // art. 9
    },
  );

  test('D: Zhengzhou informatization says what its rulebook says', () => {
    const d = presets['zhengzhou-it'];
    expect(d.departments).toEqual(['会员发展', '信息编辑', '行政人事', '咨询培训']);
    expect(d.seats).toEqual({
      main: 1,
      deputy: 1,
      names: { main: '主代表', deputy: '副代表' },
      proxyDays: 30,
      councilApprovesSuccessor: true,
    });
    expect(d.dues.tiers).toEqual([
      { post: 'vice-president', yuan: 30000 },
      { post: 'council', yuan: 10000 },
      { post: 'ordinary', yuan: 2000 },
    ]);
    expect(d.classifications).toEqual(['post', 'type', 'region', 'industry']);
    expect(d.filing.proof).toBe('licence');
    expect(d.filing.required).toEqual(
      expect.arrayContaining(['region', 'industry', 'photo', 'recommendation', 'licence']),
    );
    expect(d.filing.fields).toContain('fax'); // 通信联络表
    expect(d.attendance).toEqual({
      suspendAfterNobodyInRow: 3,
      suspendAfterNotInPersonInRow: 6,
      leftAfterMonths: 12,
      leftAfterMoreThan: 6,
      leaderIdleMonths: 6,
    });
  });
});

describe('presets beyond A to D', () => {
  test('E: business registry says what its rulebooks say', () => {
    const e = presets['business-registry'];
    expect(e.seats).toMatchObject({ main: 1, deputy: 0 }); // 安徽: one per enterprise
    expect(e.filing).toMatchObject({ sealedPage: true, proof: 'licence', reportChangeWithinWorkdays: null });
    expect(e.filing.required).toEqual(
      expect.arrayContaining([
        'creditCode',
        'legalRep',
        'name',
        'idNumber',
        'mobile',
        'recommendation',
        'licence',
      ]),
    );
  });

  test('F: information security files a change within two working days', () => {
    const f = presets['information-security'];
    expect(f.filing.reportChangeWithinWorkdays).toBe(2);
    expect(f.duties[0]).toMatch(/立即报告/);
    expect(f.hosts).toHaveLength(1);
  });

  test('nobody but E asks for an ID number', () => {
    const asking = presetIds.filter((id) => presets[id].filing.fields.includes('idNumber'));
    expect(asking).toEqual(['business-registry']);
  });

  test.each(presetIds)('every field %s asks stands on a step of the form', (presetId) => {
    const shown = formSteps.flatMap(({ fields }) => fields);
    for (const key of presets[presetId].filing.fields) expect(shown).toContain(key);
  });

  test.each(presetIds)('%s says when an office is alarmed and when records are checked', (presetId) => {
    const { records } = presets[presetId];
    expect(records.vacantAlarmDays).toBeGreaterThan(0);
    expect(records.checkMonths).toEqual([1, 7]);
    expect(records.openDirectory).toBe(false);
  });
});

describe('a broken rulebook is refused in Chinese, by field', () => {
  const [host] = presets['shaanxi-coal'].hosts;
  const cases: [path: string, value: unknown, at: string, message: string][] = [
    ['id', 'nobody', 'id', '没有这个制度模板'],
    ['name', '  ', 'name', '请填写制度名称'],
    ['summary', ['一条'], 'summary', '制度说明至少3条'],
    ['hosts', [], 'hosts', '至少一个主办方'],
    ['hosts', [host, host], 'hosts', '主办方编号有重复'],
    ['hosts.0.accent', 'blue', 'hosts.0.accent', '主题色应为#加6位'],
    ['hosts.0.accent', '#FFD400', 'hosts.0.accent', '主题色太浅，在白底上看不清'],
    ['hosts.1.short', undefined, 'hosts.1.short', '请填写主办方简称'],
    ['seats.main', 2, 'seats.main', 'A岗应为1人'],
    ['seats.deputy', 2, 'seats.deputy', 'B岗应为0人或1人'],
    ['filing', undefined, 'filing', '请填写备案要求'],
    ['filing.fields', ['unitName', 'name'], 'filing.fields', '登记项目至少要有单位全称、姓名、手机'],
    ['filing.fields', ['shoeSize'], 'filing.fields.0', '登记表没有这个项目'],
    [
      'filing.fields',
      ['unitName', 'unitNature', 'name', 'mobile'],
      'filing.fields',
      '单位性质和国有企业级别应一起选',
    ],
    ['filing.proof', 'letter', 'filing.fields', '要求单位证明时，登记项目应含这份证明'],
    ['filing.proof', 'licence', 'filing.fields', '要求单位证明时，登记项目应含这份证明'],
    ['seats.names', { main: '主代表' }, 'seats.names.deputy', '请填写副席位名称'],
    ['seats.proxyDays', 367, 'seats.proxyDays', '临时代理最长天数不能大于366'],
    ['records', undefined, 'records', '请填写档案要求'],
    ['records.vacantAlarmDays', 0, 'records.vacantAlarmDays', '无联络员提醒（天）不能小于1'],
    ['records.checkMonths', [13], 'records.checkMonths.0', '核对月份不能大于12'],
    ['records.checkMonths', [1, 1], 'records.checkMonths', '核对月份有重复'],
    ['privacy', undefined, 'privacy', '请填写个人信息要求'],
    ['privacy.erasureWorkdays', 16, 'privacy.erasureWorkdays', '删除申请答复期限（工作日）不能大于15'],
    ['privacy.erasureWorkdays', 0, 'privacy.erasureWorkdays', '删除申请答复期限（工作日）不能小于1'],
    ['records.openDirectory', 'yes', 'records.openDirectory', '联络员之间是否公开手机号应为是或否'],
    ['filing.fields', ['unitName', 'name', 'mobile'], 'filing.required', '必填项目应在登记项目之内'],
    ['filing.number', '{short}{n}号', 'filing.number', '备案号格式应含{year}和{n}'],
    ['filing.number', '{year}{n}{host}', 'filing.number', '备案号格式只能用{short}、{year}、{n}'],
    ['filing.number', '{year}{n}{', 'filing.number', '备案号格式只能用{short}、{year}、{n}'],
    ['filing.number', '{year}年{n}号', 'filing.number', '主办方不止一个时，备案号格式应含{short}'],
    ['filing.proof', 'oath', 'filing.proof', '单位证明不正确'],
    ['filing.sealedPage', undefined, 'filing.sealedPage', '是否要盖章页应为是或否'],
    [
      'filing.reportChangeWithinWorkdays',
      0.5,
      'filing.reportChangeWithinWorkdays',
      '变更报告期限（工作日）应为整数',
    ],
    ['articles.photo', { width: 800 }, 'articles.photo.height', '照片高度（像素）应为数字'],
    ['articles.withinDays', 0, 'articles.withinDays', '稿件报送期限（天）不能小于1'],
    ['meetings.perYear', { min: 2, max: 1 }, 'meetings.perYear.max', '每年会议最多次数不能小于最少次数'],
    ['dues.deadline', { month: 2, day: 30 }, 'dues.deadline', '会费截止日应为存在的日期'],
    ['dues.tiers', [{ post: 'king', yuan: 1 }], 'dues.tiers.0.post', '会费档次的协会职务不正确'],
    ['dues.tiers', [tier(1), tier(2)], 'dues.tiers', '会费档次的协会职务有重复'],
    ['appraisal', undefined, 'appraisal', '请填写考评要求'],
    ['replacement.idleMonths', '12', 'replacement.idleMonths', '未履行职责（月）应为数字'],
    [
      'attendance',
      { leftAfterMonths: 12 },
      'attendance.suspendAfterNobodyInRow',
      '连续无人参加而暂停权利（次）应为数字',
    ],
    ['classifications', ['type', 'type'], 'classifications', '会员分类有重复'],
  ];
  test.each(cases)('%s = %j', (path, value, at, message) => {
    expect(issue(broken(path, value))).toEqual([at, message]);
  });

  test.each([undefined, null, 3, 'x', []])('%j is no rulebook', (given) => {
    expect(parse(given).success).toBe(false);
  });

  test('nothing filled in: one Chinese sentence a field', () => {
    const result = parse({});
    expect(result.issues?.map((one) => v.getDotPath(one)).sort()).toEqual(
      Object.keys(presets['shaanxi-coal']).sort(),
    );
    for (const { message } of result.issues ?? []) expect(message).not.toMatch(/[A-Za-z]/);
  });
});

describe('filing number', () => {
  test('names host, year and place in the series', () => {
    expect(filingNumber(presets['shaanxi-coal'], '学会', 2026, 12)).toBe('学会联备〔2026〕12号');
  });

  test('a pattern may leave out the host and repeat a part', () => {
    expect(filingNumber(withPattern('{year}-{n}/{n}'), '协会', 2027, 3)).toBe('2027-3/3');
  });

  test('takes a host name with signs as it stands', () => {
    expect(filingNumber(withPattern('{short}{year}{n}'), '$&{n}', 2027, 3)).toBe('$&{n}20273');
  });
});

function withPattern(number: string): Policy {
  const base = presets['shaanxi-coal'];
  return { ...base, filing: { ...base.filing, number } };
}

function tier(yuan: number) {
  return { post: 'council', yuan };
}
