import { Text, View } from '@tarojs/components';
import { focusable, role } from '@/lib/device/a11y';
import { Field, type FieldProps } from './field';

interface Props extends FieldProps {
  values: string[];
  /** value → words */
  choices: Record<string, string>;
  onChange: (values: string[]) => void;
}

/** Any of several, as chips. */
export function SeveralField({ values, choices, onChange, ...field }: Props) {
  const flip = (key: string) =>
    onChange(values.includes(key) ? values.filter((value) => value !== key) : [...values, key]);
  return (
    <Field {...field}>
      <View className="chips">
        {Object.entries(choices).map(([key, words]) => (
          <View
            key={key}
            className={`chip ${values.includes(key) ? 'on' : ''}`}
            {...role('checkbox')}
            {...focusable}
            aria-checked={values.includes(key)}
            onClick={() => flip(key)}
          >
            <Text>{values.includes(key) ? `✓ ${words}` : words}</Text>
          </View>
        ))}
      </View>
    </Field>
  );
}
