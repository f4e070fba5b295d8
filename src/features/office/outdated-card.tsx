import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';

/** The rulebook was changed by a colleague since the edit was begun. */
export function OutdatedCard({ onAgain }: { onAgain: () => void }) {
  return (
    <Card title="制度设置刚被同事改过">
      <Text>您在本机的修改是从旧的设置开始的，不能直接保存。</Text>
      <View className="office-again">
        <Button kind="plain" onPress={onAgain}>
          放弃我的修改，看最新设置
        </Button>
      </View>
    </Card>
  );
}
