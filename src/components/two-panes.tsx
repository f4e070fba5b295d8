import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useWindow } from '@/lib/use-window';
import './two-panes.scss';

/** On a wide window list and detail side by side; on a phone the list alone, the detail is a page of its own. */
export function TwoPanes({ list, detail }: { list: ReactNode; detail: ReactNode }) {
  const { wide } = useWindow();
  if (!wide) return <>{list}</>;
  return (
    <View className="panes">
      <View className="panes-list">{list}</View>
      <View className="panes-detail">{detail}</View>
    </View>
  );
}
