import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { onBehalfWords } from '@contract/jielong';
import { Button } from '@/components/button';
import { showAt } from '@/lib/show-time';
import type { HandedInForm } from './handed-in';
import './answer.scss';

type Stamp = HandedInForm['stamp'];

const who = ({ by, onBehalf }: Stamp): string =>
  onBehalf ? `秘书处${onBehalfWords(onBehalf)}${by && `（${by}）`}` : by;

interface Props {
  /** Absent in what the device kept from before there was a history. */
  earlier?: HandedInForm['earlier'];
  /** How often it was changed in all; only the last ones are kept. */
  revised: number;
}

/** What was changed in a form, old → new, the newest first; folded until asked for. */
export function FormHistory({ earlier = [], revised }: Props) {
  const [open, setOpen] = useState(false);
  if (earlier.length === 0) return null;
  return (
    <View className="answer-history">
      <Button kind="plain" wide onPress={() => setOpen(!open)}>
        {open ? '收起修改记录' : `修改记录（${revised}次）`}
      </Button>
      {open &&
        earlier.map(({ was, now, changes }) => (
          <View key={now.at} className="answer-change">
            <Text className="answer-line">
              {showAt(now.at)} {who(now)}修改
            </Text>
            <Text className="answer-line second">
              原为{who(was)}于{showAt(was.at)}填报
            </Text>
            {changes.length === 0 && <Text className="answer-line second">内容没有变化</Text>}
            {changes.map(({ label, before, after }) => (
              <View key={label} className="answer-pair">
                <Text className="answer-label">{label}</Text>
                <Text className="answer-value">
                  <Text className="answer-before">{before || '（未填）'}</Text>
                  {' → '}
                  {after || '（未填）'}
                </Text>
              </View>
            ))}
          </View>
        ))}
      {open && revised > earlier.length && (
        <Text className="answer-line second">只保留最近{earlier.length}次修改的内容。</Text>
      )}
    </View>
  );
}
