import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from './button';
import { Card } from './card';
import './read-lines.scss';

/** Lines shown at once: more would be too much for one update of the phone's page. */
const SHOWN = 50;

const titles = { ambiguous: '请您选', unknown: '没认出', matched: '已对上', ignored: '已略过' } as const;
type Result = keyof typeof titles;
const results = Object.keys(titles) as Result[];

interface Props<L> {
  lines: L[];
  /** What to do with the lines of a kind. */
  hints: { [K in Result]?: string };
  children: (line: L, i: number) => ReactNode;
}

/** What was read of a pasted text, in the order of the work left: what wants a decision first, what was passed over last. */
export function ReadLines<L extends { result: Result }>({ lines, hints, children }: Props<L>) {
  const numbered = lines.map((line, i) => ({ line, i }));
  return (
    <>
      {results.map((result) => {
        const some = numbered.filter(({ line }) => line.result === result);
        return (
          some.length > 0 && (
            <Part
              key={result}
              title={`${titles[result]} ${some.length}行`}
              hint={hints[result]}
              open={result !== 'ignored'}
              rows={some.map(
                ({ line, i }) =>
                  () =>
                    children(line, i),
              )}
            />
          )
        );
      })}
    </>
  );
}

interface PartProps {
  title: string;
  hint: string | undefined;
  open: boolean;
  rows: (() => ReactNode)[];
}

function Part({ title, hint, open, rows }: PartProps) {
  const [shown, setShown] = useState(open ? SHOWN : 0);
  return (
    <Card title={title}>
      {hint && <Text className="read-lines-hint">{hint}</Text>}
      {rows.slice(0, shown).map((row) => row())}
      <View>
        {rows.length > shown && (
          <Button kind="plain" wide onPress={() => setShown(shown + SHOWN)}>
            {shown === 0 ? `看看这${rows.length}行` : `再看${Math.min(SHOWN, rows.length - shown)}行`}
          </Button>
        )}
      </View>
    </Card>
  );
}
