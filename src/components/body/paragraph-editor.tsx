import { useState } from 'react';
import { Text, Textarea, View } from '@tarojs/components';
import { runsText, type Block, type Run } from '@contract/body';
import { typing } from '@/lib/device/typing';
import { Runs } from './reader';
import { isMixed, looksAll, marked, paragraphsOf, type Look, type Range } from './runs';
import { Toggle } from './toggle';

/** More than a body may have: what is too long is refused as a whole and said, never cut off silently. */
export const MOST_TYPED = 500_000;

interface Props {
  runs: Run[];
  /** Bold and red can be set. */
  active: boolean;
  focus: boolean;
  onBlur: () => void;
  onChange: (...blocks: Block[]) => void;
  onPictures: (count: number) => void;
}

/** One paragraph: bold and red hold for the words chosen in it, or else for the whole. */
export function ParagraphEditor({ runs, active, focus, onBlur, onChange, onPictures }: Props) {
  const [chosen, setChosen] = useState<Range | null>(null);
  const text = runsText(runs);
  const range = chosen && chosen.end <= text.length ? chosen : { start: 0, end: text.length };
  const bold = looksAll(runs, range, (look) => look.bold === true);
  const red = looksAll(runs, range, (look) => look.color === 'red');
  const mixed = isMixed(runs);
  const look = (change: Look) => onChange({ type: 'paragraph', runs: marked(runs, range, change) });
  const what = chosen ? '选中的字' : '整段';
  const { bold: allBold, color = 'default' }: Look = (!mixed && runs[0]) || {};
  return (
    <>
      <Textarea
        className={`field-lines ${allBold ? 'strong' : ''} run-${color}`}
        value={text}
        placeholder="正文，可直接粘贴，分段和编号会保留"
        maxlength={MOST_TYPED}
        autoHeight
        focus={focus}
        autoFocus={focus}
        onBlur={onBlur}
        onInput={(e) => {
          setChosen(null);
          onChange(...paragraphsOf(runs, e.detail.value));
        }}
        {...typing({ onChosen: setChosen, onPictures })}
      />
      {mixed && (
        <View className="editor-reads">
          <Text className="editor-left">读者看到的样子：</Text>
          <Runs runs={runs} />
        </View>
      )}
      {active && (
        <View className="editor-toggles">
          <Toggle words={`${what}加粗`} on={bold} onPress={() => look({ bold: !bold })} />
          <Toggle words={`${what}标红`} on={red} onPress={() => look({ color: red ? 'default' : 'red' })} />
        </View>
      )}
    </>
  );
}
