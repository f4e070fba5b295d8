import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { go, goTab } from '@/lib/go';
import type { Side } from '../use-filling';

interface Props {
  done: NonNullable<Side['done']>;
  /** With an open code one may register for another unit. */
  again: (() => void) | undefined;
}

/** Thanks, whose turn it is, and what comes next. */
export function Done({ done: { unitName, turn }, again }: Props) {
  return (
    <Page
      narrow
      foot={
        <Button wide onPress={() => go('filing.mine')}>
          看我的登记
        </Button>
      }
    >
      <Card>
        <Text className="filing-title">✓ 已提交，谢谢您</Text>
        <Text className="consent-text">您为“{unitName}”提交的联络员登记已送到秘书处。</Text>
        <Text className="filing-good">{turn}</Text>
        <Text className="consent-part">接下来</Text>
        <Text className="consent-text">1. 秘书处核对登记表和盖章页。</Text>
        <Text className="consent-text">
          2. 如有需要补正的，会在首页和“我的登记”里标出项目和原因，只改标出的就行。
        </Text>
        <Text className="consent-text">3. 同意备案后发给备案号，您就可以在这里收通知、回执。</Text>
      </Card>
      <View className="filing-stack">
        <Button kind="plain" wide onPress={() => goTab('home')}>
          回首页
        </Button>
        {again && (
          <Button kind="plain" wide onPress={again}>
            再为另一家单位登记
          </Button>
        )}
      </View>
    </Page>
  );
}
