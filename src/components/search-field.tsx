import { useEffect, useState } from 'react';
import { Input, View } from '@tarojs/components';
import { Press } from './press';
import './search-field.scss';

interface Props {
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
}

/** A search that asks a moment after the last key, not at each. */
export function SearchField({ value, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <View className="search">
      <Input
        className="search-input"
        type="text"
        value={typed}
        placeholder={placeholder}
        maxlength={30}
        onInput={(e) => setTyped(e.detail.value)}
        onConfirm={() => onChange(typed.trim())}
      />
      {typed !== '' && (
        <Press className="search-clear" label="清除搜索" onPress={() => setTyped('')}>
          清除
        </Press>
      )}
    </View>
  );
}
