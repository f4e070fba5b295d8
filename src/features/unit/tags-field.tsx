import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { Field, type FieldProps } from '@/components/field';
import { Press } from '@/components/press';

interface Props extends FieldProps {
  tags: string[];
  onChange: (tags: string[]) => void;
}

const MOST = 12;

/** The office's own words for a unit; each is taken out by a tap. */
export function TagsField({ tags, onChange, ...field }: Props) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const fresh = typed.split(/[\s、，,]+/).filter(Boolean);
    if (fresh.length > 0) onChange([...new Set([...tags, ...fresh])].slice(0, MOST));
    setTyped('');
  };
  return (
    <Field {...field}>
      {tags.length > 0 && (
        <View className="chips unit-chips">
          {tags.map((tag) => (
            <Press
              key={tag}
              className="chip"
              label={`去掉标签${tag}`}
              onPress={() => onChange(tags.filter((one) => one !== tag))}
            >
              <Text>{tag} ✕</Text>
            </Press>
          ))}
        </View>
      )}
      <View className="unit-add-tag">
        <Input
          className="field-input"
          value={typed}
          placeholder="如“重点联系”，一次可以填几个"
          maxlength={60}
          onInput={(e) => setTyped(e.detail.value)}
          onConfirm={add}
          onBlur={add}
        />
        <Press className="phone-act" label="加上标签" onPress={add}>
          <Text>加上</Text>
        </Press>
      </View>
    </Field>
  );
}
