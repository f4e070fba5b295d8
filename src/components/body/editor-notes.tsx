import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Body } from '@contract/body';
import { role } from '@/lib/device/a11y';
import { Button } from '../button';
import type { useEditing } from './editing';
import { misnumbered, renumbered } from './numbering';

interface Props {
  at: number;
  editing: Pick<ReturnType<typeof useEditing>, 'happened' | 'takeBack' | 'done'>;
}

/** What was just deleted, pasted or not taken, where it happened. */
export function HappenedNote({ at, editing: { happened, takeBack, done } }: Props) {
  if (happened?.at !== at) return null;
  return (
    <View className="editor-note" {...role('status')}>
      <Text>{happened.words}</Text>
      <View className="editor-toggles">
        {happened.back && (
          <Button kind="plain" onPress={takeBack}>
            撤销
          </Button>
        )}
        <Button kind="plain" onPress={done}>
          知道了
        </Button>
      </View>
    </View>
  );
}

interface MisnumberedProps {
  body: Body;
  onRenumber: (body: Body, at: number) => void;
}

/** Numbers somebody typed do not follow each other: put in order only when asked to. */
export function Misnumbered({ body, onRenumber }: MisnumberedProps) {
  const [meant, setMeant] = useState('');
  const wrong = misnumbered(body);
  const [first] = wrong;
  const print = JSON.stringify(wrong);
  if (!first || print === meant) return null;
  return (
    <View className="editor-note" {...role('status')}>
      <Text>{`编号不连续：“${first.typed}”按顺序应为“${first.wanted}”${wrong.length > 1 ? `，共${wrong.length}处` : ''}`}</Text>
      <View className="editor-toggles">
        <Button onPress={() => onRenumber(renumbered(body), body.length)}>按顺序重新编号</Button>
        <Button kind="plain" onPress={() => setMeant(print)}>
          不用改
        </Button>
      </View>
    </View>
  );
}
