import { formChoices, formLabels, formRules, type FormDraft, type FormKey } from '@contract/form';
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
  keyboard?: 'number';
  placeholder?: string;
}

const looks: Partial<Record<FormKey, Look>> = {
  unitName: { max: 60 },
  address: { max: 100 },
  postCode: { max: 6, keyboard: 'number' },
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

/** One field of form A with its rule and what is wrong with it. */
export function FormField({ name, filling }: { name: FormKey; filling: Filling }) {
  const { form, side, wrong, codeId, set, setShot } = filling;
  if (!isAsked(name, form)) return null;
  const field = {
    label: formLabels[name],
    id: anchorOf(name),
    required: isRequired(name),
    rule: formRules[name],
    error: wrong[name],
  };
  if (name === 'resume') return <ResumeField {...field} filling={filling} />;
  if (name === 'mobile') return <MobileField {...field} filling={filling} />;
  if (name === 'photo' || name === 'recommendation') {
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
