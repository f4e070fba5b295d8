import type { PropsWithChildren } from 'react';
import { Input, Picker, Text, Textarea, View } from '@tarojs/components';
import { focusable, role } from '@/lib/device/a11y';
import './field.scss';

export interface FieldProps {
  label: string;
  required?: boolean;
  /** The rule, beneath the field. */
  rule?: string | undefined;
  error?: string | undefined;
  /** Anchor for scrolling to a fault. */
  id?: string;
}

/** Label, the control, its rule and what is wrong with it. */
export function Field({ label, required, rule, error, id, children }: PropsWithChildren<FieldProps>) {
  return (
    <View className={`field ${error ? 'field-wrong' : ''}`} {...(id && { id })}>
      <View className="field-label">
        <Text>{label}</Text>
        {required && <Text className="field-required">必填</Text>}
      </View>
      {children}
      {error && (
        <View className="field-error" {...role('alert')}>
          {error}
        </View>
      )}
      {rule && <Text className="field-rule">{rule}</Text>}
    </View>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  keyboard?: 'text' | 'number' | 'idcard' | 'digit';
  max?: number;
  lines?: boolean;
}

/** A text somebody types; `lines` for more than one. */
export function TextField({
  value,
  onChange,
  placeholder,
  keyboard = 'text',
  max = 100,
  lines,
  ...field
}: TextProps) {
  const words = placeholder ?? `请填写${field.label}`;
  return (
    <Field {...field}>
      {lines ? (
        <Textarea
          className="field-lines"
          value={value}
          placeholder={words}
          maxlength={max}
          autoHeight
          onInput={(e) => onChange(e.detail.value)}
        />
      ) : (
        <Input
          className="field-input"
          value={value}
          placeholder={words}
          type={keyboard}
          maxlength={max}
          onInput={(e) => onChange(e.detail.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  value: string | null | undefined;
  /** value → words */
  choices: Record<string, string>;
  onChange: (value: string) => void;
}

/** One of several: as chips when few, as a picker when many. */
export function ChoiceField({ value, choices, onChange, ...field }: ChoiceProps) {
  const entries = Object.entries(choices);
  if (entries.length <= 6) {
    return (
      <Field {...field}>
        <View className="chips" {...role('radiogroup')} aria-label={field.label}>
          {entries.map(([key, words]) => (
            <View
              key={key}
              className={`chip ${key === value ? 'on' : ''}`}
              {...role('radio')}
              {...focusable}
              aria-checked={key === value}
              onClick={() => onChange(key)}
            >
              <Text>{words}</Text>
            </View>
          ))}
        </View>
      </Field>
    );
  }
  const index = entries.findIndex(([key]) => key === value);
  return (
    <Field {...field}>
      <Picker
        mode="selector"
        range={entries.map(([, words]) => words)}
        value={Math.max(index, 0)}
        onChange={(e) => onChange(entries[Number(e.detail.value)]?.[0] ?? '')}
      >
        <Text className={`field-input ${index < 0 ? 'field-empty' : ''}`}>
          {entries[index]?.[1] ?? `请选择${field.label}`}
        </Text>
      </Picker>
    </Field>
  );
}

interface DayProps extends FieldProps {
  /** YYYY-MM-DD or empty. */
  value: string;
  onChange: (value: string) => void;
  start?: string;
  end?: string;
  /** Where the picker stands while nothing is chosen. */
  from?: string;
}

export function DayField({
  value,
  onChange,
  from = '',
  start = '1940-01-01',
  end = '2099-12-31',
  ...field
}: DayProps) {
  return (
    <Field {...field}>
      <Picker
        mode="date"
        value={value || from}
        start={start}
        end={end}
        onChange={(e) => onChange(e.detail.value)}
      >
        <Text className={`field-input ${value ? '' : 'field-empty'}`}>{value || `请选择${field.label}`}</Text>
      </Picker>
    </Field>
  );
}
