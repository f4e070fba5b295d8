import { Text, View } from '@tarojs/components';
import { consentTextOf } from '@contract/consent';
import { CONSENT_VERSION } from '@contract/filing';
import { Card } from '@/components/card';

/** What is agreed to, whole; of a proxy only the name and what was done is kept. */
export function ConsentText({ officeName }: { officeName: string }) {
  return (
    <Card title="个人信息处理说明">
      <Text className="seat-words">代理人只收集姓名和办理记录，其余各项只在登记为联络员时收集。</Text>
      {(consentTextOf(CONSENT_VERSION, officeName) ?? []).map(([part, text]) => (
        <View key={part}>
          <Text className="seat-part">{part}</Text>
          <Text className="seat-words">{text}</Text>
        </View>
      ))}
    </Card>
  );
}
