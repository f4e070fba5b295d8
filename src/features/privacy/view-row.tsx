import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { showAt } from '@/lib/show-time';
import './privacy.scss';

/** Who did what, as what and when. */
export function ViewRow({
  view: { at, who, post, how },
}: {
  view: Output<'privacy.views'>['views'][number];
}) {
  return (
    <View className="privacy-item">
      <Text>{`${who}${how}`}</Text>
      <Text className="privacy-second">{[post, showAt(at)].filter(Boolean).join(' · ')}</Text>
    </View>
  );
}
