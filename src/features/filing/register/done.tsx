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

const registrationSteps = [
  '秘书处核对登记表和上传的材料。',
  '如有需要补正的，会在首页和“我的登记”里标出项目和原因，只改标出的就行。',
  '同意备案后发给备案号，您就可以在这里收通知、回执。',
];

const handoverSteps = (letter: boolean): string[] => [
  '您在交接页核对未办事项，确认接手。',
  letter
    ? '单位盖章来函代替原联络员的确认，由秘书处核对。'
    : '原联络员在手机上确认交出；不便确认的，可以在交接页补传单位盖章来函。',
  '秘书处同意后发给备案号，权限当时换成您，没办完的事由您接着办。',
];

/** Thanks, whose turn it is, and what comes next. */
export function Done({ done: { unitName, turn, handed }, again }: Props) {
  const steps = handed ? handoverSteps(handed.letter) : registrationSteps;
  return (
    <Page
      narrow
      foot={
        handed ? (
          <Button wide onPress={() => go('handover.view', { handoverId: handed.handoverId })}>
            去确认接手
          </Button>
        ) : (
          <Button wide onPress={() => go('filing.mine')}>
            看我的登记
          </Button>
        )
      }
    >
      <Card>
        <Text className="filing-title">✓ 已提交，谢谢您</Text>
        <Text className="consent-text">您为“{unitName}”提交的登记已送到秘书处。</Text>
        <Text className={handed ? 'filing-note' : 'filing-good'}>
          {handed ? '等您：在交接页确认接手' : turn}
        </Text>
        <Text className="consent-part">接下来</Text>
        {steps.map((words, i) => (
          <Text key={words} className="consent-text">
            {i + 1}. {words}
          </Text>
        ))}
      </Card>
      <View className="filing-stack">
        {handed && (
          <Button kind="plain" wide onPress={() => go('filing.mine')}>
            看我的登记
          </Button>
        )}
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
