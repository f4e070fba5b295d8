import type { PropsWithChildren, ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Press } from './press';
import './card.scss';

interface Props {
  title?: string;
  /** At the right of the title. */
  side?: ReactNode;
  onPress?: () => void;
}

export function Card({ title, side, onPress, children }: PropsWithChildren<Props>) {
  const content = (
    <>
      {(title || side) && (
        <View className="card-head">
          <Text className="card-title">{title}</Text>
          {side}
        </View>
      )}
      {children}
    </>
  );
  return onPress ? (
    <Press className="card" onPress={onPress}>
      {content}
    </Press>
  ) : (
    <View className="card">{content}</View>
  );
}

interface RowProps {
  title: string;
  note?: string;
  side?: ReactNode;
  onPress?: () => void;
}

/** A row of a card: a name, what stands at the right, and where it leads. */
export function Row({ title, note, side, onPress }: RowProps) {
  const content = (
    <>
      <View className="row-main">
        <Text className="row-title">{title}</Text>
        {note && <Text className="row-note">{note}</Text>}
      </View>
      {typeof side === 'string' ? <Text className="row-side">{side}</Text> : side}
      {onPress && <Text className="row-arrow">›</Text>}
    </>
  );
  return onPress ? (
    <Press className="row" onPress={onPress}>
      {content}
    </Press>
  ) : (
    <View className="row">{content}</View>
  );
}
