import { Text, View } from '@tarojs/components';
import { Press } from '@/components/press';
import { go } from '@/lib/go';

/** What is kept on the server need not be finished before another one is begun. */
export const OtherDraft = ({ onNew }: { onNew: () => void }) => (
  <View className="compose-choices">
    <Press className="compose-small" onPress={onNew}>
      <Text>另写一条</Text>
    </Press>
    <Press className="compose-small" onPress={() => go('notice.drafts')}>
      <Text>看全部草稿</Text>
    </Press>
  </View>
);
