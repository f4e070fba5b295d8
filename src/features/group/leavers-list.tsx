import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Listed } from '@/components/listed';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { toast } from '@/lib/toast';
import { usePages } from '@/lib/use-pages';
import { whyOut } from './words';

/** 请移出群: people of the WeChat group who are no liaison of a member any more, to be ticked off. */
export function LeaversList({ groupId, keeps }: { groupId: string; keeps: boolean }) {
  const query = usePages('group.leavers', { groupId });
  const [gone, setGone] = useState<string[]>([]);
  const moveOut = async (joinId: string) => {
    try {
      await change('group.moveOut', { groupId, joinId });
      setGone((was) => [...was, joinId]);
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return (
    <Listed
      query={query}
      rowsOf={({ leavers }) => leavers}
      empty={{ title: '没有要移出群的人', how: '联络员交接、单位退会或不再属于这个组后，会列在这里。' }}
      words="继续查看"
    >
      {({ joinId, unitName, name, why }) => (
        <View key={joinId} className="group-member">
          <View className="group-member-words">
            <Text>{name || '原联络员（个人信息已删除）'}</Text>
            <Text className="group-second">{unitName}</Text>
            <Text className="group-second">{whyOut[why]}</Text>
          </View>
          {gone.includes(joinId) && <Tag tone="success">已移出</Tag>}
          {keeps && !gone.includes(joinId) && (
            <Press className="phone-act" label={`${name}已移出群`} onPress={() => void moveOut(joinId)}>
              <Text>已移出群</Text>
            </Press>
          )}
        </View>
      )}
    </Listed>
  );
}
