import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { ChoiceField } from '@/components/field';

interface Props {
  row: Output<'roster.rows'>['rows'][number];
  chosen: string | undefined;
  onChoose: (as: string) => void;
}

/** A row of the plan: old and new side by side, why not, or which unit is meant. */
export function PlanRow({
  row: { sheet, row, name, changes, notes, reason, candidates },
  chosen,
  onChoose,
}: Props) {
  const choices = Object.fromEntries([
    ...candidates.map(({ as, name: other, why }) => [
      as,
      as.startsWith('row:') ? `以这一行为准（${why}）` : `就是“${other}”（${why}）`,
    ]),
    ['new', '是另一家，新增'],
    ['skip', '不导入这一行'],
  ]) as Record<string, string>;
  return (
    <View className="card roster-row">
      <View className="roster-line">
        <Text className="roster-name">{name || '（没有单位名称）'}</Text>
        <Text className="roster-second">
          {sheet} 第{row}行
        </Text>
      </View>
      {reason && <Text className="roster-reason">{reason}</Text>}
      {changes.map(({ label, before, after }) => (
        <View key={label} className="roster-change">
          <Text className="roster-label">{label}</Text>
          <View className="roster-sides">
            <Text className={`roster-before ${before ? 'gone' : ''}`}>{before || '（空）'}</Text>
            <Text className="roster-arrow">→</Text>
            <Text className="roster-after">{after || '（空）'}</Text>
          </View>
        </View>
      ))}
      {notes.map((note) => (
        <Text key={note} className="roster-note">
          {note}
        </Text>
      ))}
      {candidates.length > 0 && (
        <ChoiceField label="您的决定" value={chosen ?? null} choices={choices} onChange={onChoose} />
      )}
    </View>
  );
}
