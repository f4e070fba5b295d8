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
import { ResumeField } from '@/components/resume-field';
import { isAsked } from '@/lib/form-faults';
import { looks } from '@/lib/form-looks';
import { anchorOf } from '@/lib/scroll-to';
import { isRequired } from './faults';
import { MobileField } from './mobile-field';
import type { Filling } from './use-filling';

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
  if (name === 'resume')
    return (
      <ResumeField {...field} resume={form.resume} wrong={wrong} onChange={(resume) => set({ resume })} />
    );
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
