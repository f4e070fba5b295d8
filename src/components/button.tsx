import type { PropsWithChildren } from 'react';
import NutButton from '@nutui/nutui-react-taro/dist/es/packages/button';
import '@nutui/nutui-react-taro/dist/es/packages/button/style/style.css';
import { buttonRole } from '@/lib/device/a11y';
import './button.scss';

interface Props {
  kind?: 'primary' | 'plain' | 'danger';
  /** Full width and 48 high: the one thing to do. */
  wide?: boolean;
  busy?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

export function Button({
  kind = 'primary',
  wide,
  busy,
  disabled,
  onPress,
  children,
}: PropsWithChildren<Props>) {
  return (
    <NutButton
      className={`button button-${kind}`}
      type={kind === 'plain' ? 'default' : kind}
      fill={kind === 'danger' ? 'outline' : 'solid'}
      size={wide ? 'large' : 'normal'}
      block={!!wide}
      loading={!!busy}
      disabled={!!disabled || !!busy}
      {...buttonRole}
      onClick={onPress}
    >
      {children}
    </NutButton>
  );
}
