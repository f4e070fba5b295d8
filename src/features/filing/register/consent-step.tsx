import { Text, View } from '@tarojs/components';
import { isPictureKey, type FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Check } from '@/components/check';
import { showAt } from '@/lib/show-time';
import { anchorOf } from '@/lib/scroll-to';
import { role } from '@/lib/device/a11y';
import type { Faults } from '@/lib/form-faults';
import { consentText } from './consent-text';

interface Props {
  opened: Output<'code.open'>;
  ticked: string[];
  wrong: Faults;
  onTick: (ticked: string[]) => void;
}

/** What has to be agreed to; the ID number by a word of its own (个人信息保护法 art. 29). */
export const consentsTo = (fields: readonly FormKey[]): string[] =>
  fields.includes('idNumber') ? ['agreed', 'agreedIdNumber'] : ['agreed'];

const papers = {
  photo: '近期照片',
  recommendation: '盖章的推荐意见',
  proofLetter: '盖章的单位证明',
  licence: '盖章的营业执照复印件',
};

/** What happens to personal data, before the first personal field. */
export function ConsentStep({ opened, ticked, wrong, onTick }: Props) {
  const { fields } = opened.asked;
  const needed = fields.filter(isPictureKey).map((key) => papers[key]);
  const tick = (key: string, words: string) => (
    <View className="card" id={anchorOf(key)} key={key}>
      <Check
        checked={ticked.includes(key)}
        onChange={(on) => onTick(on ? [...ticked, key] : ticked.filter((one) => one !== key))}
      >
        <Text>{words}</Text>
      </Check>
      {wrong[key] && !ticked.includes(key) && (
        <View className="field-error" {...role('alert')}>
          {wrong[key]}
        </View>
      )}
    </View>
  );
  return (
    <>
      <Card title={`${opened.officeName}${opened.seats.names.main}登记`}>
        <Text className="consent-text">
          {opened.unit
            ? `这张登记码为“${opened.unit.name}”登记。`
            : '这张登记码不限单位，下一步请查找您的单位。'}
          填写大约需要{fields.includes('resume') ? 10 : 5}分钟
          {needed.length > 0 && `，请准备好${needed.join('、')}`}。中途退出，填好的内容会保留在本机。
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
      {tick('agreed', '我已阅读并同意以上个人信息处理说明')}
      {fields.includes('idNumber') && (
        <>
          <Card title="身份证号的单独说明">
            <Text className="consent-text">
              本制度要求填写身份证号，只用于核对身份。身份证号加密保存，平时只显示首尾几位；审核人员查看完整号码会留下记录，您可以查到。
            </Text>
          </Card>
          {tick('agreedIdNumber', '我单独同意填写身份证号，用于核对身份')}
        </>
      )}
    </>
  );
}
