import { Text, View } from '@tarojs/components';
import { focusable, role } from '@/lib/device/a11y';
import './tabs.scss';

interface Props<K extends string> {
  value: K;
  /** key → words */
  tabs: Record<K, string>;
  onChange: (key: K) => void;
}

/** One list in several parts. */
export function Tabs<K extends string>({ value, tabs, onChange }: Props<K>) {
  return (
    <View className="tabs" {...role('tablist')}>
      {(Object.keys(tabs) as K[]).map((key) => (
        <View
          key={key}
          className={`tab ${key === value ? 'on' : ''}`}
          {...role('tab')}
          {...focusable}
          aria-selected={key === value}
          onClick={() => onChange(key)}
        >
          <Text>{tabs[key]}</Text>
        </View>
      ))}
    </View>
  );
}
