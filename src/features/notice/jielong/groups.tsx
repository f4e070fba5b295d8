import { Text } from '@tarojs/components';
import { ReadLines } from '@/components/read-lines';
import type { Filling } from './filling';
import { ChoiceRow, SureRow } from './line-row';

const hints = {
  ambiguous: '点一下对应的单位；不选就不录入。',
  unknown: '可以搜出单位再选，不选就不录入。',
  ignored: '标题、说明、@提醒和空着的名额，不录入。',
};

/** What was read of a 接龙. */
export function Groups({ filling: { lines, pickOf, pick } }: { filling: Filling }) {
  return (
    <ReadLines lines={lines ?? []} hints={hints}>
      {(line, i) => {
        const props = {
          line,
          pick: pickOf(line, i),
          onPick: (unit: Parameters<typeof pick>[2]) => pick(line, i, unit),
        };
        if (line.result === 'ignored') {
          return (
            <Text key={i} className="jielong-line jielong-note">
              {line.raw}
            </Text>
          );
        }
        return line.result === 'matched' ? <SureRow key={i} {...props} /> : <ChoiceRow key={i} {...props} />;
      }}
    </ReadLines>
  );
}
