import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { focusable, role } from '@/lib/device/a11y';
import './check.scss';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick; the whole line is the target. */
export function Check({ checked, onChange, children }: PropsWithChildren<Props>) {
  return (
    <View
      className={`check ${checked ? 'on' : ''}`}
      {...role('checkbox')}
      {...focusable}
      aria-checked={checked}
      onClick={() => onChange(!checked)}
    >
      <View className="check-box">{checked && <Text>✓</Text>}</View>
      <View className="check-words">{children}</View>
    </View>
  );
}
