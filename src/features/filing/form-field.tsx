import {
  formChoices,
  formLabels,
  formRules,
  isPictureKey,
  type FormDraft,
  type FormKey,
} from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import { ChoiceField, DayField, TextField } from '@/components/field';
import { PhotoField } from '@/components/photo-field';
import { anchorOf } from '@/lib/scroll-to';
import { isAsked, isRequired } from './faults';
import { MobileField } from './mobile-field';
import { ResumeField } from './resume-field';
import type { Filling } from './use-filling';

interface Look {
  max: number;
  keyboard?: 'number' | 'idcard';
  placeholder?: string;
}

const looks: Partial<Record<FormKey, Look>> = {
  unitName: { max: 60 },
  address: { max: 100 },
  postCode: { max: 6, keyboard: 'number' },
  creditCode: { max: 22, placeholder: '18位，字母和数字' },
  legalRep: { max: 30 },
  region: { max: 20, placeholder: '如：金水区' },
  industry: { max: 20, placeholder: '如：软件开发' },
  fax: { max: 40, placeholder: '如 029-88888888' },
  website: { max: 100, placeholder: '如 www.example.com' },
  idNumber: { max: 20, keyboard: 'idcard', placeholder: '18位，最后一位可以是X' },
  name: { max: 20 },
  ethnicity: { max: 20, placeholder: '如：汉族' },
  title: { max: 30, placeholder: '如：高级工程师' },
  position: { max: 30 },
  email: { max: 100, placeholder: 'name@example.com' },
  landline: { max: 20, placeholder: '029-88888888' },
  wechat: { max: 30, placeholder: '可以不填' },
};

/** Where the birthday's picker stands at first. */
const BIRTH = '1985-01-01';

/** One field of the form with its rule and what is wrong with it. */
export function FormField({ name, filling }: { name: FormKey; filling: Filling }) {
  const { form, side, wrong, codeId, asked, set, setShot } = filling;
  if (!isAsked(name, form)) return null;
  const field = {
    label: formLabels[name],
    id: anchorOf(name),
    required: isRequired(name, asked),
    rule: formRules[name],
    error: wrong[name],
  };
  if (name === 'resume') return <ResumeField {...field} filling={filling} />;
  if (name === 'mobile') return <MobileField {...field} filling={filling} />;
  if (isPictureKey(name)) {
    return (
      <PhotoField
        {...field}
        use={name}
        codeId={codeId}
        shot={side[name]}
        onChange={(shot) => setShot(name, shot)}
      />
    );
  }
  const value = form[name] ?? '';
  const put = (next: string) => set({ [name]: next });
  const choices = formChoices[name];
  if (choices) {
    const pick =
      name === 'unitNature'
        ? (next: string) => set({ unitNature: next, unitStateLevel: null } as FormDraft)
        : put;
    return <ChoiceField {...field} value={value} choices={choices} onChange={pick} />;
  }
  if (name === 'birthDate') {
    return <DayField {...field} value={value} from={BIRTH} end={shanghaiDay(new Date())} onChange={put} />;
  }
  return <TextField {...field} {...looks[name]} value={value} onChange={put} />;
}
