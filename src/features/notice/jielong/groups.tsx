import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import type { Filling, Line } from './filling';
import { ChoiceRow, SureRow } from './line-row';

/** Lines shown at once: more would be too much for one update of the phone's page. */
const SHOWN = 50;

const titles = { ambiguous: '请您选', unknown: '没认出', matched: '已对上', ignored: '已略过' } as const;

/** What was read, in the order of the work left: what wants a decision first, what was passed over last. */
export function Groups({ filling }: { filling: Filling }) {
  const numbered = (filling.lines ?? []).map((line, i) => ({ line, i }));
  return (
    <>
      {(Object.keys(titles) as Line['result'][]).map((result) => {
        const lines = numbered.filter(({ line }) => line.result === result);
        return lines.length > 0 && <Group key={result} result={result} lines={lines} filling={filling} />;
      })}
    </>
  );
}

interface Props {
  result: Line['result'];
  lines: { line: Line; i: number }[];
  filling: Filling;
}

function Group({ result, lines, filling: { pickOf, pick } }: Props) {
  const [shown, setShown] = useState(result === 'ignored' ? 0 : SHOWN);
  return (
    <Card title={`${titles[result]} ${lines.length}行`}>
      {result === 'ambiguous' && <Text className="jielong-how">点一下对应的单位；不选就不录入。</Text>}
      {result === 'unknown' && <Text className="jielong-how">可以搜出单位再选，不选就不录入。</Text>}
      {result === 'ignored' && <Text className="jielong-how">标题、说明、@提醒和空着的名额，不录入。</Text>}
      {lines.slice(0, shown).map(({ line, i }) => {
        const props = {
          line,
          pick: pickOf(line, i),
          onPick: (unit: Parameters<typeof pick>[2]) => pick(line, i, unit),
        };
        if (result === 'ignored') {
          return (
            <Text key={i} className="jielong-line jielong-note">
              {line.raw}
            </Text>
          );
        }
        return result === 'matched' ? <SureRow key={i} {...props} /> : <ChoiceRow key={i} {...props} />;
      })}
      <View>
        {lines.length > shown && (
          <Button kind="plain" wide onPress={() => setShown(shown + SHOWN)}>
            {shown === 0 ? `看看这${lines.length}行` : `再看${Math.min(SHOWN, lines.length - shown)}行`}
          </Button>
        )}
      </View>
    </Card>
  );
}
