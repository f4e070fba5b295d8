import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import {
  digestParts,
  digestPartKeys,
  digestWords,
  type DigestLine,
  type DigestPart,
} from '@contract/rules/digest';
import { Card } from '@/components/card';
import { Press } from '@/components/press';
import { NOTICES, openLine } from './words';
import '@/components/bars.scss';
import './digest.scss';

type Digest = NonNullable<Output<'digest.get'>['digest']>;
type Line = Digest['lines'][number];

/** Names shown of each line. */
const NAMES = 3;

const NOTHING: Record<DigestPart, string> = {
  due: '没有快到期的事，也没有久等未办的。',
  stuck: '没有卡住的单位。',
  changed: '没有变化。',
};

/** The three things of a morning, each line with its list behind it. */
export function DigestCards({ digest: { day, lines } }: { digest: Digest }) {
  if (lines.length === 0)
    return (
      <Card>
        <Text>今天没有到期、卡住或变化的事。</Text>
      </Card>
    );
  return (
    <View className="digest-parts">
      {digestPartKeys.map((part) => {
        const own = lines.filter(({ key }) =>
          (digestParts[part].keys as readonly DigestLine[]).includes(key),
        );
        return (
          <Card key={part} title={digestParts[part].title}>
            {own.length === 0 && <Text className="digest-second">{NOTHING[part]}</Text>}
            {own.map((line) => (
              <DigestRow
                key={line.key}
                line={line}
                most={part === 'stuck' ? Math.max(...own.map(({ count }) => count)) : 0}
                onPress={() => openLine(day, line.key)}
              />
            ))}
          </Card>
        );
      })}
    </View>
  );
}

/** `most`: what a whole bar would be; 0: none is drawn. */
function DigestRow({ line, most, onPress }: { line: Line; most: number; onPress: () => void }) {
  const { key, count, names } = line;
  const { words, unit } = digestWords[key];
  const shown = key === 'done' ? [] : names.slice(0, NAMES);
  const rest = count > shown.length ? '等' : '';
  return (
    <Press className="digest-row" label={`${words}${count}${unit}，查看名单`} onPress={onPress}>
      <View className="digest-row-main">
        <Text>{words}</Text>
        {NOTICES.includes(key)
          ? shown.map((name, i) => (
              <Text key={i} className="digest-second">
                · {name}
                {i === shown.length - 1 ? rest : ''}
              </Text>
            ))
          : shown.length > 0 && <Text className="digest-second">{`${shown.join('、')}${rest}`}</Text>}
        {most > 0 && (
          <View className="bar-line digest-bar">
            <View
              className="bar-fill"
              style={{ width: `${Math.max(1, Math.floor((count / most) * 100))}%` }}
            />
          </View>
        )}
      </View>
      <Text className="digest-number">{`${count}${unit}`}</Text>
      <Text className="row-arrow">›</Text>
    </Press>
  );
}
