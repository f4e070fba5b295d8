import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Press } from '@/components/press';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';

/** Shows an ID number whole, once somebody says so: the look is written down. */
export function IdNumber({ filingId }: { filingId: string }) {
  const [whole, setWhole] = useState('');
  const [requestId] = useState(newRequestId);
  const reveal = async () => {
    const sure = await confirm(
      '查看完整身份证号？',
      '查看会留下记录，本人可以查到是谁、在什么时候看的。',
      '查看',
    );
    if (!sure) return;
    try {
      setWhole((await change('filing.reveal', { filingId }, requestId)).idNumber);
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  if (whole) return <Text className="filing-whole">{whole}</Text>;
  return (
    <View>
      <Press className="filing-link" label="查看完整身份证号" onPress={() => void reveal()}>
        <Text>查看完整号码</Text>
      </Press>
    </View>
  );
}
