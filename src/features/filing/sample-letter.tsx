import { Text, View } from '@tarojs/components';
import type { FormDraft } from '@contract/form';
import { Press } from '@/components/press';
import { copy } from '@/lib/device/clipboard';

interface Props {
  form: FormDraft;
  officeName: string;
  /** What the rulebook calls the seat. */
  seatName: string;
}

/** What the unit's recommendation may say, with what is known already; to be printed, sealed and dated. */
export function SampleLetter({ form, officeName, seatName }: Props) {
  const { name = '', position = '', unitName = '' } = form;
  const letter = `${officeName}：\n　　兹推荐我单位${position || '（职务）'}${name || '（姓名）'}同志担任我单位${seatName}，请予备案。\n　　${unitName || '（单位全称）'}（盖章）\n　　　年　　月　　日`;
  return (
    <View className="filing-letter">
      <Text className="field-label">推荐意见怎么写</Text>
      <Text className="filing-letter-text">{letter}</Text>
      <Press className="filing-link" onPress={() => void copy(letter)}>
        <Text>复制这段文字</Text>
      </Press>
    </View>
  );
}
