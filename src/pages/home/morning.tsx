import { useDidShow } from '@tarojs/taro';
import { digestParts, digestPartKeys, digestWords, type DigestLine } from '@contract/rules/digest';
import { Card, Row } from '@/components/card';
import { go } from '@/lib/go';
import { useQuery } from '@/lib/use-query';

const NOTHING = {};

/** 今日早报: the three things of this morning in a line each; nothing on a day without one. */
export function Morning() {
  const query = useQuery('digest.get', NOTHING);
  useDidShow(() => void query.reload());
  const { digest, today } = query.data ?? {};
  if (!digest || digest.day !== today) return null;
  const { day, lines } = digest;
  const words = (keys: readonly DigestLine[]): string =>
    lines
      .filter(({ key }) => keys.includes(key))
      .map(({ key, count }) => `${digestWords[key].short}${count}${digestWords[key].unit}`)
      .join('，');
  const open = () => go('digest.today', { day });
  return (
    <Card title="今日早报">
      {lines.length === 0 ? (
        <Row title="今天没有到期、卡住或变化的事" onPress={open} />
      ) : (
        digestPartKeys.map((part) => (
          <Row
            key={part}
            title={digestParts[part].title}
            note={words(digestParts[part].keys) || '没有'}
            onPress={open}
          />
        ))
      )}
    </Card>
  );
}
