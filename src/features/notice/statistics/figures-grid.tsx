import { Text, View } from '@tarojs/components';
import type { Figures } from '@contract/notice-statistics';
import { figureCounts, figureWords, type FigureShow } from '@contract/rules/statistics';
import { Press } from '@/components/press';
import './statistics.scss';

interface Props {
  figures: Figures;
  on?: FigureShow;
  onShow: (show: FigureShow) => void;
}

/** As one reads them: what was asked, what became of it. */
const ORDER: FigureShow[] = [
  'asked',
  'done',
  'missing',
  'onTime',
  'late',
  'overdue',
  'pending',
  'opened',
  'onBehalf',
];

/** Every figure with its list behind it; what counts nothing is left out. */
export function FiguresGrid({ figures, on, onShow }: Props) {
  const counts = figureCounts(figures);
  return (
    <View className="figures-grid">
      {ORDER.filter((show) => counts[show] > 0 || show === 'missing' || show === on).map((show) => (
        <Press
          key={show}
          className={`figures-one ${show === on ? 'on' : ''}`}
          label={`${figureWords[show]}${counts[show]}份，查看名单`}
          onPress={() => onShow(show)}
        >
          <Text className="figures-number">{counts[show]}份</Text>
          <Text className="figures-words">{figureWords[show]}</Text>
        </Press>
      ))}
    </View>
  );
}
