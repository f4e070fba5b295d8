import { Text, View } from '@tarojs/components';
import { focusable, role } from '@/lib/device/a11y';

interface Props {
  words: string;
  on: boolean;
  onPress: () => void;
}

/** Something that is so or not, as a chip. */
export const Toggle = ({ words, on, onPress }: Props) => (
  <View
    className={`chip ${on ? 'on' : ''}`}
    {...role('checkbox')}
    {...focusable}
    aria-checked={on}
    onClick={onPress}
  >
    <Text>{words}</Text>
  </View>
);
