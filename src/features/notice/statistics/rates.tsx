import { Text, View } from '@tarojs/components';
import type { Figures } from '@contract/notice-statistics';
import { doneRate, onTimeRate, type FigureShow } from '@contract/rules/statistics';
import { Press } from '@/components/press';
import './statistics.scss';

interface Props {
  /** Whose they are, said by screen readers. */
  label: string;
  figures: Figures;
  onShow: (show: FigureShow) => void;
}

/** 办结率 and 按时率, each with its list: who is missing, or everybody where nobody is. */
export function Rates({ label, figures, onShow }: Props) {
  const { asked, done, pending } = figures;
  if (asked === 0) return null;
  const all = done === asked;
  return (
    <View className="figure-rates">
      <Press
        className="figure-rate"
        label={`${label}办结率${doneRate(figures)}，查看${all ? '已办' : '未办'}名单`}
        onPress={() => onShow(all ? 'done' : 'missing')}
      >
        <Text>办结率 {doneRate(figures)} ›</Text>
      </Press>
      {asked > pending && (
        <Press
          className="figure-rate"
          label={`${label}按时率${onTimeRate(figures)}，查看按时办结名单`}
          onPress={() => onShow('onTime')}
        >
          <Text>按时率 {onTimeRate(figures)} ›</Text>
        </Press>
      )}
    </View>
  );
}
