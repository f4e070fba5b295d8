import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { focusable, role } from '@/lib/device/a11y';

interface Props {
  className?: string;
  /** Said by screen readers where the content does not say it. */
  label?: string;
  onPress: () => void;
}

/** Anything that can be tapped and is not a button: rows, cards, chips. */
export function Press({ className = '', label, onPress, children }: PropsWithChildren<Props>) {
  return (
    <View
      className={`press ${className}`}
      hoverClass="pressed"
      {...role('button')}
      {...focusable}
      {...(label && { 'aria-label': label })}
      onClick={onPress}
    >
      {children}
    </View>
  );
}
