import { Text, View } from '@tarojs/components';
import { formLabels, type FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { Check } from '@/components/check';
import { Tag } from '@/components/tag';
import { isTakeable, type Reviewing } from './reviewing';
import { choiceWords, wordsOf } from './words';

interface Props {
  name: FormKey;
  sent: Output<'filing.get'>;
  reviewing: Reviewing;
}

/** A field of the unit: what was sent, what the file says, and whether the file takes it over. */
export function Compare({
  name,
  sent: { form, onFile, differs, state },
  reviewing: { take, setTake, mode },
}: Props) {
  const differ = differs.includes(name);
  const known = name in onFile;
  const asks = state === 'submitted' && mode === 'look' && differ && isTakeable(name);
  return (
    <View className="compare">
      <View className="compare-head">
        <Text>{formLabels[name]}</Text>
        {known && <Tag tone={differ ? 'danger' : 'success'}>{differ ? '与档案不同' : '一致'}</Tag>}
      </View>
      <View className="compare-both">
        <View className="compare-side">
          <Text className="compare-who">报送</Text>
          <Text>{wordsOf(name, form)}</Text>
        </View>
        {differ && (
          <View className="compare-side">
            <Text className="compare-who">档案</Text>
            <Text>{choiceWords(name, onFile[name] ?? '') || '（空）'}</Text>
          </View>
        )}
      </View>
      {asks && (
        <Check
          checked={take.includes(name)}
          onChange={(on) => setTake(on ? [...take, name] : take.filter((key) => key !== name))}
        >
          <Text>同意备案时，把报送的写入单位档案</Text>
        </Check>
      )}
      {differ && name === 'unitStateLevel' && state === 'submitted' && (
        <Text className="filing-second">级别随单位性质一起写入档案</Text>
      )}
    </View>
  );
}
