import { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Failed } from '@/components/states';
import { change } from '@/lib/call';
import { useProducing } from '../producing';
import '../paper.scss';

const steps = [
  '1．生成登记表，发到电脑上打印；照片和填写内容已在表上。',
  '2．单位在“会员单位推荐意见”一栏填写意见，盖公章并写日期。',
  '3．盖章后的纸质表寄给秘书处；表左上角的小程序码请不要遮盖。',
];

/** A liaison prints the own form to get the unit's seal on it. */
export default function Own() {
  const { filingId } = useRouter().params;
  const { busy, produce } = useProducing();
  return (
    <Page narrow>
      {filingId ? (
        <Card title="打印我的登记表">
          <View className="paper-stack">
            <View>
              {steps.map((step) => (
                <Text key={step} className="paper-step">
                  {step}
                </Text>
              ))}
            </View>
            <Button
              wide
              busy={busy !== null}
              onPress={() =>
                void produce(filingId, (requestId) => change('paper.form', { filingId }, requestId))
              }
            >
              生成登记表
            </Button>
          </View>
        </Card>
      ) : (
        <Failed message="请从“我的登记”里打开" />
      )}
    </Page>
  );
}
