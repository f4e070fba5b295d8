import { Text } from '@tarojs/components';
import { formChoices, formLabels, formRules, isPictureKey, type FormKey } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import { ChoiceField, DayField, TextField } from '@/components/field';
import { PhotoField } from '@/components/photo-field';
import { ResumeField } from '@/components/resume-field';
import { looks } from '@/lib/form-looks';
import { anchorOf } from '@/lib/scroll-to';
import type { Correcting } from './use-correcting';
import { wordsOf, type OwnRecord } from './words';

interface Props {
  name: FormKey;
  required: boolean;
  record: OwnRecord;
  correcting: Correcting;
}

/** One field of the record being changed, what it says now above it. */
export function FieldEditor({ name, required, record, correcting }: Props) {
  return (
    <>
      <Control name={name} required={required} correcting={correcting} />
      {name !== 'resume' && <Text className="record-second">现在登记的：{wordsOf(name, record.form)}</Text>}
    </>
  );
}

function Control({ name, required, correcting }: Omit<Props, 'record'>) {
  const { form, wrong, shots, put, setShot } = correcting;
  const field = {
    label: formLabels[name],
    id: anchorOf(name),
    required: required || name === 'unitStateLevel',
    rule: required ? formRules[name] : (formRules[name] ?? '没有就空着，提交后清空'),
    error: wrong[name],
  };
  if (name === 'resume')
    return (
      <ResumeField {...field} resume={form.resume} wrong={wrong} onChange={(rows) => put('resume', rows)} />
    );
  if (isPictureKey(name))
    return (
      <PhotoField
        {...field}
        use={name}
        shot={shots[name] ?? null}
        onChange={(shot) => setShot(name, shot, name)}
      />
    );
  const value = form[name] ?? '';
  const change = (next: string) => put(name, next);
  const choices = formChoices[name];
  if (choices) return <ChoiceField {...field} value={value} choices={choices} onChange={change} />;
  if (name === 'birthDate')
    return (
      <DayField {...field} value={value} from="1985-01-01" end={shanghaiDay(new Date())} onChange={change} />
    );
  return <TextField {...field} {...looks[name]} value={value} onChange={change} />;
}
