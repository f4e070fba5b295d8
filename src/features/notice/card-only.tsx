import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { go } from '@/lib/go';
import { scanCode } from '@/lib/scan-code';
import { useSession, type Me } from '@/lib/session';

/** What a stranger who opened a shared card sees (decision D10), why, and how to go on. */
export function CardOnly({ title, hostName }: { title: string; hostName: string }) {
  const { me } = useSession();
  const { words, next } = whyOf(me?.person ?? null);
  return (
    <Card>
      <Text className="notice-title">{title}</Text>
      <Text className="notice-line">{hostName}</Text>
      <Text>{words}</Text>
      {next && (
        <View className="notice-next">
          {next === 'scan' ? (
            <Button onPress={() => void scanCode()}>扫登记码</Button>
          ) : (
            <Button onPress={() => go('filing.mine')}>看我的登记</Button>
          )}
        </View>
      )}
    </Card>
  );
}

interface Why {
  words: string;
  next?: 'scan' | 'mine';
}

function whyOf(person: Me['person']): Why {
  const { name = '', seats = [], proxies = [], filing = null } = person ?? {};
  const asked = [...seats, ...proxies.filter(({ scopes }) => scopes.includes('notice'))];
  const [other] = proxies;
  if (asked.length) {
    const units = [...new Set(asked.map(({ unitName }) => unitName))].join('、');
    return { words: `这条通知没有发给${units}，您只能看到标题。如果应当发给您单位，请联系秘书处。` };
  }
  if (other)
    return { words: `您为${other.unitName}代理的事项里没有“通知”，全文请由该单位的联络员打开办理。` };
  if (filing)
    return { words: `您正在登记为${filing.unitName}的联络员，审核通过后就能看全文。`, next: 'mine' };
  if (name)
    return {
      words: '您现在没有担任联络员，看不到全文，请转告您单位现任的联络员。再次担任联络员，请扫新的登记码。',
      next: 'scan',
    };
  return { words: '全文向已登记的联络员开放。请扫描协会发给您单位的登记码完成登记。', next: 'scan' };
}
