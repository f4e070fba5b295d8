import * as v from 'valibot';
import { flag } from '../fields';
import { coreFields, formKeys, formLabels } from '../form';
import { choice, isUnique, orNone, part, whole } from './part';

/** Proof of the unit that goes with a filing (B art. 3, D joining). */
export const proofs = { none: '不要求', letter: '单位有效证明', licence: '营业执照' } as const;

/** What a pattern of 备案号 is made of, besides its own words. */
export const numberParts = ['{short}', '{year}', '{n}'] as const;

const formKey = v.picklist(formKeys, '登记表没有这个项目');
const isNumberPart = (piece: string): boolean => numberParts.some((known) => known === piece);

const number = v.pipe(
  v.string('请填写备案号格式'),
  v.trim(),
  v.maxLength(40, '备案号格式最多40字'),
  v.check((s) => s.includes('{year}') && s.includes('{n}'), '备案号格式应含{year}和{n}'),
  v.check((s) => (s.match(/\{[^}]*\}?/g) ?? []).every(isNumberPart), '备案号格式只能用{short}、{year}、{n}'),
);

/** Registration and filing (备案): A art. 6 and notes, B art. 3, D membership. */
export const filing = v.pipe(
  part('备案要求', {
    /** What the form asks, and of that what may not stay empty. */
    fields: v.pipe(
      v.array(formKey, '请选择登记项目'),
      v.check((items) => isUnique(items), '登记项目有重复'),
      v.check(
        (fields) => coreFields.every((key) => fields.includes(key)),
        `登记项目至少要有${coreFields.map((key) => formLabels[key]).join('、')}`,
      ),
      // A state-owned enterprise without its level would never pass (notes to form A).
      v.check(
        (fields) => fields.includes('unitNature') === fields.includes('unitStateLevel'),
        '单位性质和国有企业级别应一起选',
      ),
    ),
    required: v.pipe(
      v.array(formKey, '请选择必填项目'),
      v.check((items) => isUnique(items), '必填项目有重复'),
    ),
    /** 备案号; `{n}` counts up per host and year. */
    number,
    /** A page with the unit's seal is asked for, as a photo. */
    sealedPage: flag('是否要盖章页'),
    proof: choice('单位证明', proofs),
    /** null: the rulebook says 及时 without a number. */
    reportChangeWithinWorkdays: orNone(whole('变更报告期限（工作日）', 1, 60)),
    /** Names of those who qualify are published (发文公布, B art. 3). */
    publishNames: flag('是否发文公布'),
  }),
  v.forward(
    v.check((f) => f.required.every((key) => f.fields.includes(key)), '必填项目应在登记项目之内'),
    ['required'],
  ),
  v.forward(
    v.check((f) => !f.sealedPage || f.fields.includes('recommendation'), '要求盖章页时，登记项目应含盖章页'),
    ['fields'],
  ),
  v.forward(
    v.check(
      (f) =>
        (f.proof !== 'letter' || f.fields.includes('proofLetter')) &&
        (f.proof !== 'licence' || f.fields.includes('licence')),
      '要求单位证明时，登记项目应含这份证明',
    ),
    ['fields'],
  ),
);
