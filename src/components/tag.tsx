import { Text } from '@tarojs/components';
import './tag.scss';

export type Tone = 'neutral' | 'accent' | 'warning' | 'danger' | 'success';

/** A word with a colour; the colour never stands alone. */
export const Tag = ({ tone = 'neutral', children }: { tone?: Tone; children: string }) => (
  <Text className={`tag tag-${tone}`}>{children}</Text>
);
