import * as v from 'valibot';
import { formFault, formLabels, formSent, isPictureKey, type FormDraft, type FormKey } from '@contract/form';
import type { Shot } from '@/components/photo-field';
import { faultsOfValue, isAsked, type Faults } from '@/lib/form-faults';
import type { OwnRecord } from './words';

interface Asked {
  keys: FormKey[];
  typed: FormDraft;
  shots: { [use: string]: Shot };
  changedOn: string;
}

/** Choosing 国有企业 asks for its level. */
export const isLevelOf = (key: FormKey, value: unknown): boolean => key === 'unitNature' && value === 'state';

const BUSY = '图片还没有传完，请等它传完，或点“重新上传”';

/** Everything wrong with a request before it is sent; the server looks again. `today` is a day. */
export function faultsOf(record: OwnRecord, asked: Asked, asksProof: boolean, today: string): Faults {
  const { keys, typed, shots, changedOn } = asked;
  const form: FormDraft = { ...record.form, ...typed };
  const opened = keys.filter((key) => isAsked(key, form));
  if (opened.length === 0) return { '': '请点要改的项目旁边的“修改”；都没有变化请返回点“无变更”' };
  const faults: Faults = {};
  for (const key of opened) Object.assign(faults, faultsOfField(key, typed, shots, record));
  Object.assign(faults, fitting(record, form, opened, faults, today));
  if (!changedOn) faults.changedOn = '请选择变更日期';
  if (asksProof && !shots.proof?.fileKey)
    faults.proof = shots.proof ? BUSY : '请上传加盖公章的营业执照复印件照片';
  return faults;
}

function faultsOfField(key: FormKey, typed: FormDraft, shots: Asked['shots'], record: OwnRecord): Faults {
  const label = formLabels[key];
  if (isPictureKey(key))
    return shots[key]?.fileKey ? {} : { [key]: shots[key] ? BUSY : `请上传新的${label}` };
  if (!(key in typed)) return { [key]: `请填写新的${label}，没有变化请点“不改了”` };
  const value = typed[key];
  const required = record.fields.some((field) => field.key === key && field.required);
  if (!required && (value === '' || value === null || value === undefined)) return {};
  return faultsOfValue(key, value).faults;
}

/** What does not fit the rest of the record. */
function fitting(
  record: OwnRecord,
  form: FormDraft,
  opened: FormKey[],
  faults: Faults,
  today: string,
): Faults {
  const sent = v.safeParse(formSent, form);
  if (!sent.success || Object.keys(faults).length > 0) return {};
  const required = record.fields.filter((one) => one.required).map(({ key }) => key);
  const fault = formFault(sent.output, { fields: [], required }, today);
  return fault && opened.some((key) => key === fault.field.split('.')[0])
    ? { [fault.field]: fault.message }
    : {};
}
