import { useDidShow, useRouter } from '@tarojs/taro';
import { Image, Text, View } from '@tarojs/components';
import { proxyStates } from '@contract/seat';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { alt } from '@/lib/device/a11y';
import { savePicture } from '@/lib/device/save-picture';
import { useQuery } from '@/lib/use-query';
import { daysWords, scopeWords, stateTones } from '../words';
import '@/components/card.scss';
import '../seat.scss';

/** The code the colleague scans, large enough to scan from the screen. */
export default function ProxyCode() {
  const { unitId = '', proxyId = '' } = useRouter().params;
  const query = useQuery('seat.proxyCode', { unitId, proxyId });
  useDidShow(() => void query.reload());
  return (
    <Page narrow>
      <Async query={query}>
        {({ unitName, from, to, scopes, state, pictureUrl }) => (
          <View className="card seat-sheet">
            <Text className="seat-title">临时代理码</Text>
            <Text className="seat-words">{unitName}</Text>
            <Text className="seat-words">{daysWords(from, to)}</Text>
            <Text className="seat-second">代理事项：{scopeWords(scopes)}</Text>
            {state === 'offered' ? (
              <>
                <Image className="seat-picture" src={pictureUrl} mode="scaleToFill" {...alt('代理码图片')} />
                <Text>请同事用微信“扫一扫”扫码，同意后接受</Text>
                <Text className="seat-second">一张码只能由一位同事接受，请当面出示。</Text>
                <Button kind="plain" onPress={() => void savePicture(pictureUrl)}>
                  保存图片
                </Button>
              </>
            ) : (
              <Tag tone={stateTones[state]}>{proxyStates[state]}</Tag>
            )}
          </View>
        )}
      </Async>
    </Page>
  );
}
