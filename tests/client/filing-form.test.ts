import { formKeys, formSteps, type FormDraft } from '@contract/form';
import { presetIds } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import { faultsOf, isRequired, sendable } from '@/features/filing/faults';
import { stepOf, stepsOf } from '@/features/filing/words';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/device'));

const TODAY = '2026-11-23';
const b = presets['chengdu-machinery'].filing;
const e = presets['business-registry'].filing;

describe('the steps of the registration', () => {
  test.each(presetIds)('show what %s asks, each field once, and no empty step', (preset) => {
    const { filing } = presets[preset];
    const steps = stepsOf(filing);
    expect(steps.flatMap(({ fields }) => fields).sort()).toEqual([...filing.fields].sort());
    for (const { fields, title } of steps) {
      expect(fields.length).toBeGreaterThan(0);
      expect(title).toMatch(/^[\u4e00-\u9fff]+$/);
    }
    expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length);
  });

  test('are named for what is uploaded', () => {
    const titleOf = (preset: (typeof presetIds)[number]) => stepsOf(presets[preset].filing).pop()?.title;
    expect(titleOf('shaanxi-coal')).toBe('照片与推荐');
    expect(titleOf('chengdu-machinery')).toBe('证明材料');
    expect(titleOf('zhengzhou-it')).toBe('照片与材料');
    expect(titleOf('business-registry')).toBe('证明材料');
    expect(titleOf('information-security')).toBe('推荐意见');
  });

  test('hold what the server finds wrong, the consent being the first', () => {
    const steps = stepsOf(b);
    for (const field of ['unitId', 'kind', 'handover', 'unitName']) expect(stepOf(field, steps)).toBe(1);
    expect(stepOf('mobileTail', steps)).toBe(2);
    expect(stepOf('proofLetter', steps)).toBe(3);
    for (const field of ['resume', 'photo', 'codeId', '']) expect(stepOf(field, steps)).toBeNull();
  });

  test('are all of the form when all is asked', () => {
    const all = stepsOf({ fields: formKeys, required: [] });
    expect(all.map(({ key }) => key)).toEqual(formSteps.map(({ key }) => key));
  });
});

describe('what is wrong with a form', () => {
  const good: FormDraft = {
    unitName: '示例机床有限公司',
    unitNature: 'private',
    legalRep: '示例法人',
    address: '示例路8号',
    name: '示例甲',
    position: '部长',
    mobile: '19900000001',
    proofLetter: 'letter-1',
  };

  test('what the rulebook lets be empty may be', () => {
    expect(faultsOf(b.fields, good, b, TODAY)).toEqual({});
    for (const key of ['gender', 'email', 'landline', 'postCode'] as const)
      expect(isRequired(key, b)).toBe(false);
  });

  test('what it asks may not, whatever the field’s own default', () => {
    const faults = faultsOf(b.fields, { ...good, legalRep: ' ', position: '', name: undefined }, b, TODAY);
    expect(faults).toEqual({
      legalRep: '请填写法定代表人',
      position: '请填写职务',
      name: '请填写姓名',
    });
    expect(faultsOf(['creditCode', 'idNumber'], {}, e, TODAY)).toEqual({
      creditCode: '请填写统一社会信用代码',
      idNumber: '请填写身份证号',
    });
  });

  test('what is optional must be right where it is filled in', () => {
    expect(faultsOf(b.fields, { ...good, email: 'nobody', postCode: '12' }, b, TODAY)).toEqual({
      email: '电子邮箱格式不正确，如 name@example.com',
      postCode: '邮编应为6位数字',
    });
  });

  test('an optional résumé of blank rows is none, a begun one must be whole', () => {
    const optional = { fields: formKeys, required: [] };
    const blank = [{ start: '', end: '', work: ' ' }];
    expect(faultsOf(['resume'], { resume: blank }, optional, TODAY)).toEqual({});
    expect(sendable(['resume'], { resume: blank })).toEqual({ resume: undefined });
    const begun = [{ start: '2008-07-01', end: null, work: '' }];
    expect(faultsOf(['resume'], { resume: begun }, optional, TODAY)).toEqual({
      'resume.0.work': '请填写单位和职务',
    });
    expect(faultsOf(['resume'], { resume: blank }, presets['shaanxi-coal'].filing, TODAY)).toHaveProperty([
      'resume.0.start',
    ]);
  });

  test('the level is a state enterprise’s alone', () => {
    const keys = ['unitNature', 'unitStateLevel'] as const;
    expect(faultsOf(keys, { unitNature: 'state' }, b, TODAY)).toHaveProperty('unitStateLevel');
    expect(faultsOf(keys, { unitNature: 'private' }, b, TODAY)).toEqual({});
    expect(sendable(keys, { unitNature: 'private', unitStateLevel: 'city' })).toEqual({
      unitNature: 'private',
    });
  });
});
