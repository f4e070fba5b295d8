import { formLabels, type FormKey, type FormPart } from '@contract/form';
import { natures, stateLevels } from '@contract/unit';
import { maskForm } from '../../../kit/id-number';
import { showIsoDay } from '../../../office/dates';

/** What a paper says for one field of the form; empty where nothing was filled in. */
export function printed(key: FormKey, form: FormPart): string {
  switch (key) {
    case 'unitNature':
      return natureOf(form);
    case 'birthDate':
      return form.birthDate ? showIsoDay(form.birthDate) : '';
    case 'idNumber':
      return maskedId(form.idNumber ?? '');
    case 'resume':
      return (form.resume ?? [])
        .map(({ start, end, work }) => `${showIsoDay(start)}至${end ? showIsoDay(end) : '今'} ${work}`)
        .join('\n');
    case 'unitStateLevel':
      return form.unitStateLevel ? stateLevels[form.unitStateLevel] : '';
    case 'photo':
    case 'recommendation':
    case 'proofLetter':
    case 'licence':
      return form[key] ? '已附' : '';
    default:
      return form[key] ?? '';
  }
}

/** Labels as they stand in narrow boxes. */
const short: Partial<Record<FormKey, string>> = { creditCode: '统一社会\n信用代码', idNumber: '身份证号' };
export const labelOf = (key: FormKey): string => short[key] ?? formLabels[key];

const natureOf = ({ unitNature, unitStateLevel }: FormPart): string => {
  if (!unitNature) return '';
  return `${natures[unitNature]}${unitStateLevel ? `（${stateLevels[unitStateLevel]}）` : ''}`;
};

/** Never whole on paper; one that cannot be opened leaves the box empty. */
function maskedId(idNumber: string): string {
  const { idNumber: masked = '' } = idNumber ? maskForm({ idNumber }) : {};
  return /\d/.test(masked) ? masked : '';
}
