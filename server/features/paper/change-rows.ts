import { formKeys, formLabels, isPictureKey, type FormKey, type FormPart } from '@contract/form';
import type { Correction } from '../../stores/corrections';
import type { ChangePaper } from './document/change';
import { printed } from './document/fields';

type Rows = ChangePaper['rows'];

const decision = ({ decided }: Correction, key: FormKey): string => {
  const one = decided[key];
  if (!one) return '';
  return one.agreed ? '' : `（未同意：${one.reason}）`;
};

/** Old and new of the fields a correction names; a refusal stands beside its field. */
export const correctionRows = (correction: Correction): Rows =>
  correction.keys.map((key) => ({
    what: formLabels[key],
    was: shown(key, correction.old),
    now: `${shown(key, correction.changed)}${decision(correction, key)}`,
  }));

/** What of the person on the seat is another's now; the unit's own fields stay. */
const personal: FormKey[] = [
  'name',
  'gender',
  'idNumber',
  'position',
  'mobile',
  'landline',
  'email',
  'wechat',
];

export const handoverRows = (leaver: FormPart, successor: FormPart): Rows =>
  formKeys
    .filter((key) => personal.includes(key))
    .map((key) => ({ what: formLabels[key], was: printed(key, leaver), now: printed(key, successor) }))
    .filter(({ was, now }) => was !== now);

/** A new picture is named, not drawn. */
const shown = (key: FormKey, form: FormPart): string =>
  isPictureKey(key) ? (form[key] ? '见所附图片' : '') : printed(key, form);
