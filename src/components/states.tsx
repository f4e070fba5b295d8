import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { showClock } from '@/lib/show-time';
import type { Query } from '@/lib/use-query';
import { role } from '@/lib/device/a11y';
import { Button } from './button';
import './states.scss';

interface Props<T> {
  query: Query<T>;
  /** How many grey rows stand in while loading. */
  rows?: number;
  /** Does not say the age: what stands inside says its own. */
  quiet?: boolean;
  children: (data: T) => ReactNode;
}

/** What every list and form shows while it loads, when it failed, and when what it shows is from earlier. */
export function Async<T>({ query, rows = 4, quiet, children }: Props<T>) {
  const { data, at, loading, error, offline, reload } = query;
  if (error) return <Failed message={error.message} onRetry={() => void reload()} />;
  if (loading || data === null) return <Skeleton rows={rows} />;
  return (
    <>
      {offline && at !== null && !quiet && (
        <Text className="age">网络不稳，显示的是{showClock(at)}的内容</Text>
      )}
      {children(data)}
    </>
  );
}

export function Skeleton({ rows }: { rows: number }) {
  return (
    <View className="skeleton" {...role('status')} aria-label="正在加载">
      {Array.from({ length: rows }, (_, i) => (
        <View key={i} className="skeleton-row" />
      ))}
    </View>
  );
}

export function Failed({ message, onRetry }: { message: string; onRetry?: () => void }) {
  return (
    <View className="state">
      <Text className="state-title">{message}</Text>
      {onRetry && (
        <Button kind="plain" onPress={onRetry}>
          重试
        </Button>
      )}
    </View>
  );
}

/** Says what will appear here and how. */
export function Empty({ title, how, children }: { title: string; how: string; children?: ReactNode }) {
  return (
    <View className="state">
      <Text className="state-title">{title}</Text>
      <Text className="state-how">{how}</Text>
      {children}
    </View>
  );
}
