import { Text } from '@tarojs/components';
import { questionKinds } from '@contract/asking';
import { Bars } from '@/components/bars';
import { Card } from '@/components/card';
import type { About, Summary } from './collected';

type Sums = Summary['questions'][number];

interface Props {
  question: Sums;
  /** Units that handed in the form. */
  answered: number;
  onShow: (about: About) => void;
}

const sumWords = ({ kind, sum, several }: Sums): string => {
  switch (kind) {
    case 'count':
    case 'names':
      return `共${sum}人`;
    case 'file':
      return `共${sum}个文件`;
    case 'choice':
      return several ? '可选多项' : '只选一项';
    case 'text':
      return '';
  }
};

/** One question as bars; each opens the units behind it. */
export function QuestionSums({ question, answered, onShow }: Props) {
  const { questionId, label, kind, units, options } = question;
  const words = sumWords(question);
  const rows =
    kind === 'choice'
      ? options.map((option, i) => ({
          label: option.label,
          value: option.units,
          total: answered,
          onPress: () => onShow({ questionId, option: i }),
        }))
      : [
          {
            label: kind === 'count' ? '有人参加的单位' : '填了的单位',
            value: units,
            total: answered,
            onPress: () => onShow({ questionId }),
          },
        ];
  return (
    <Card title={label} side={<Text className="sums-note">{questionKinds[kind]}</Text>}>
      {words && <Text className={kind === 'choice' ? 'sums-note' : 'sums-number'}>{words}</Text>}
      <Bars rows={rows} />
    </Card>
  );
}
