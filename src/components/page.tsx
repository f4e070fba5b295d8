import type { PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useLargeText } from '@/lib/large-text';
import { useWindow } from '@/lib/use-window';
import type { TabName } from '../routes';
import { Rail } from './rail';
import './page.scss';

interface Props {
  /** Set on tab pages: on a wide window a rail stands in for the tab bar. */
  tab?: TabName;
  /** Sticky at the thumb: the one thing to do here. */
  foot?: ReactNode;
  /** One column to read or fill in, also on a wide window. */
  narrow?: boolean;
}

/** Frame of every page: text scale, width and safe areas. */
export function Page({ tab, foot, narrow, children }: PropsWithChildren<Props>) {
  const large = useLargeText();
  const { wide } = useWindow();
  const classes = ['page', large && 'large', wide && 'wide', tab && 'on-tab', foot && 'has-foot'].filter(
    Boolean,
  );
  return (
    <View className={classes.join(' ')}>
      {wide && tab && <Rail current={tab} />}
      <View className={`page-main ${narrow ? 'narrow' : ''}`}>{children}</View>
      {foot && (
        <View className="page-foot">
          <View className="page-foot-inner">{foot}</View>
        </View>
      )}
    </View>
  );
}
