import { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { consentTextOf } from '@contract/consent';
import { CONSENT_VERSION } from '@contract/filing';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Empty } from '@/components/states';
import { confirm } from '@/lib/confirm';
import { replace } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { useSession } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import '../privacy.scss';

const NOTHING = {};

/** The text somebody agreed to, as it was then, and the way to take the word back. */
export default function Consent() {
  const { version = CONSENT_VERSION } = useRouter().params;
  const { me } = useSession();
  const query = useQuery('privacy.get', NOTHING);
  const agreed = query.data?.consents.find((one) => one.version === version);
  const text = consentTextOf(version, me?.office.name ?? '协会');
  const withdraw = async () => {
    const sure = await confirm(
      '撤回同意？',
      '撤回不影响此前的处理；撤回后您不能再担任联络员，秘书处会删除不必保留的个人信息。下一页先说明哪些删除、哪些保留，再由您决定。',
      '下一步',
    );
    if (sure) replace('privacy.erasure');
  };
  if (!text)
    return (
      <Page narrow>
        <Empty title="没有找到这一版说明" how="请更新小程序后再看，或向秘书处索取。" />
      </Page>
    );
  return (
    <Page narrow>
      <Card title={`个人信息处理说明（${version}版）`}>
        {agreed && <Text className="privacy-second">您于{showAt(agreed.at)}同意</Text>}
        {text.map(([part, words]) => (
          <View key={part}>
            <Text className="privacy-part">{part}</Text>
            <Text className="privacy-text">{words}</Text>
          </View>
        ))}
      </Card>
      {agreed && (
        <Button kind="danger" wide onPress={() => void withdraw()}>
          撤回同意…
        </Button>
      )}
    </Page>
  );
}
