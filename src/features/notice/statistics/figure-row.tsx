import { Text, View } from '@tarojs/components';
import type { Figures } from '@contract/notice-statistics';
import { hoursText, type FigureShow } from '@contract/rules/statistics';
import '@/components/bars.scss';
import { Rates } from './rates';
import './statistics.scss';

interface Props {
  label: string;
  figures: Figures;
  on?: boolean;
  onShow: (show: FigureShow) => void;
}

/** One unit, region or month: a bar, and each percentage with the list behind it. */
export function FigureRow({ label, figures, on, onShow }: Props) {
  const { asked, done, hours } = figures;
  const width = asked === 0 || done === 0 ? 0 : Math.max(1, Math.floor((done / asked) * 100));
  return (
    <View className={`figure-row ${on ? 'on' : ''}`}>
      <View className="figure-words">
        <Text className="figure-label">{label}</Text>
        <Text className="figure-note">
          {asked === 0
            ? '没有要求办理的通知'
            : `应办${asked}份，已办${done}份${hours === null ? '' : `，平均${hoursText(hours)}办结`}`}
        </Text>
      </View>
      <View className="bar-line">
        <View className="bar-fill" style={{ width: `${width}%` }} />
      </View>
      <Rates label={label} figures={figures} onShow={onShow} />
    </View>
  );
}
