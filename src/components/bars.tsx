import { Text, View } from '@tarojs/components';
import { Press } from './press';
import './bars.scss';

export interface Bar {
  label: string;
  value: number;
  /** What the whole bar would be; without it the largest value is. */
  total?: number;
  onPress?: () => void;
}

interface Props {
  rows: Bar[];
  /** Behind the number: 家, 人. */
  unit?: string;
}

/** Numbers side by side as bars, each with its number as text; a bar that can be pressed opens the list behind it. */
export function Bars({ rows, unit = '家' }: Props) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <View className="bars">
      {rows.map((row, i) => (
        <BarLine key={i} row={row} most={row.total ?? most} unit={unit} />
      ))}
    </View>
  );
}

function BarLine({ row, most, unit }: { row: Bar; most: number; unit: string }) {
  const { label, value, total, onPress } = row;
  const share = most === 0 ? 0 : Math.min(1, value / most);
  // Something is never drawn as nothing, and not everything never as all.
  const width = value === 0 ? 0 : Math.max(1, Math.floor(share * 100));
  const number = `${value}${unit}${total === undefined ? '' : `（${Math.floor(share * 100)}%）`}`;
  const content = (
    <>
      <View className="bar-words">
        <Text className="bar-label">{label}</Text>
        <Text className="bar-number">{number}</Text>
        {onPress && <Text className="bar-arrow">›</Text>}
      </View>
      <View className="bar-line">
        <View className="bar-fill" style={{ width: `${width}%` }} />
      </View>
    </>
  );
  if (!onPress) return <View className="bar">{content}</View>;
  return (
    <Press className="bar" label={`${label}，${number}，查看名单`} onPress={onPress}>
      {content}
    </Press>
  );
}
