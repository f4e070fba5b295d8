import { Text, View } from '@tarojs/components';
import { Check } from '@/components/check';
import { useQuery } from '@/lib/use-query';
import { rungPlace, rungTitle } from './rung-words';
import './ladder.scss';

interface Props {
  /** Deadline, ISO; null: not chosen yet. */
  dueAt: string | null;
  /** Working days of the rungs switched off. */
  off: number[];
  onChange: (off: number[]) => void;
}

/** 自动催办 before publishing: when who is reminded, each to be switched off. */
export function RungsField({ dueAt, off, onChange }: Props) {
  const query = useQuery('notice.ladder', dueAt ? { dueAt } : null);
  const rungs = dueAt ? (query.data?.rungs ?? []) : [];
  const coming = rungs.filter(({ state }) => state !== 'skipped');
  if (dueAt && query.data && rungs.length === 0) return null;
  return (
    <View className="field">
      <View className="field-label">
        <Text>自动催办</Text>
      </View>
      {!dueAt && <Text className="ladder-rule">选好截止日期后，这里显示哪天自动提醒还没办的单位。</Text>}
      {coming.map((rung) => (
        <Check
          key={rung.workdays}
          checked={!off.includes(rung.workdays)}
          onChange={(on) =>
            onChange(on ? off.filter((one) => one !== rung.workdays) : [...off, rung.workdays])
          }
        >
          <Text>{rungTitle(rung)}</Text>
          <Text className="rung-note">{rungPlace(rung.workdays)}</Text>
        </Check>
      ))}
      {dueAt && rungs.length > coming.length && (
        <Text className="ladder-rule">
          {coming.length === 0
            ? '截止太近，几次提醒都已过或就在今天，不再自动提醒。'
            : '已过或就在今天的提醒不再发。'}
        </Text>
      )}
    </View>
  );
}
