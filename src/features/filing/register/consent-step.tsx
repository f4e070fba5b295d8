import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Check } from '@/components/check';
import { showAt } from '@/lib/show-time';
import { anchorOf } from '@/lib/scroll-to';
import { role } from '@/lib/device/a11y';
import { consentText } from './consent-text';

interface Props {
  opened: Output<'code.open'>;
  ticked: boolean;
  error: string | undefined;
  onTick: (ticked: boolean) => void;
}

/** What happens to personal data, before the first personal field. */
export function ConsentStep({ opened, ticked, error, onTick }: Props) {
  return (
    <>
      <Card title={`${opened.officeName}联络员登记`}>
        <Text className="consent-text">
          {opened.unit
            ? `这张登记码为“${opened.unit.name}”登记。`
            : '这张登记码不限单位，下一步请查找您的单位。'}
          填写大约需要10分钟，请准备好近期照片和盖章的推荐意见。中途退出，填好的内容会保留在本机。
        </Text>
        <Text className="filing-second">登记码有效期至{showAt(opened.expiresAt)}</Text>
      </Card>
      <Card title="个人信息处理说明">
        {consentText(opened.officeName).map(([part, text]) => (
          <View key={part}>
            <Text className="consent-part">{part}</Text>
            <Text className="consent-text">{text}</Text>
          </View>
        ))}
      </Card>
      <View className="card" id={anchorOf('agreed')}>
        <Check checked={ticked} onChange={onTick}>
          <Text>我已阅读并同意以上个人信息处理说明</Text>
        </Check>
        {error && !ticked && (
          <View className="field-error" {...role('alert')}>
            {error}
          </View>
        )}
      </View>
    </>
  );
}
