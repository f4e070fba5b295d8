import { Text, View } from '@tarojs/components';
import { rungKinds, type RungKind } from '@contract/policy/notices-part';
import { Button } from '@/components/button';
import { ChoiceField, Field, TextField } from '@/components/field';
import { Press } from '@/components/press';
import { role } from '@/lib/device/a11y';
import { anchorOf } from '@/lib/scroll-to';
import './office.scss';

/** A step of 自动催办 as it stands on the page; `days` as it is typed. */
export interface WrittenRung {
  side: 'before' | 'day' | 'after';
  days: string;
  to: RungKind;
}

const MOST = 8;
const sides = { before: '截止前', day: '截止当天', after: '截止后' };

interface Props {
  rungs: WrittenRung[];
  error: string | undefined;
  onChange: (rungs: WrittenRung[]) => void;
}

/** The steps of 自动催办: added, taken out, each with its day and whom it goes to. */
export function RungsEditor({ rungs, error, onChange }: Props) {
  const set = (i: number, change: Partial<WrittenRung>) =>
    onChange(rungs.map((rung, at) => (at === i ? { ...rung, ...change } : rung)));
  return (
    <View id={anchorOf('notices.rungs')}>
      <Text className="office-heading">自动催办</Text>
      <Text className="field-rule office-rule">
        每步只提醒还没办的单位，按工作日推算，遇节假日和调休自动避开。只对以后发的通知有效，发通知时还可逐步关闭。
      </Text>
      {error && (
        <View className="field-error" {...role('alert')}>
          {error}
        </View>
      )}
      {rungs.map((rung, i) => (
        <View key={i} className="rung-edit">
          <View className="rung-edit-head">
            <Text className="strong">第{i + 1}步</Text>
            <Press
              className="rung-out"
              label={`删除第${i + 1}步`}
              onPress={() => onChange(rungs.filter((_rung, at) => at !== i))}
            >
              <Text>删除</Text>
            </Press>
          </View>
          <ChoiceField
            label={`第${i + 1}步何时`}
            value={rung.side}
            choices={sides}
            onChange={(side) => set(i, { side: side as WrittenRung['side'] })}
          />
          {rung.side !== 'day' && (
            <TextField
              label={`${sides[rung.side]}几个工作日`}
              keyboard="number"
              max={2}
              value={rung.days}
              onChange={(days) => set(i, { days })}
            />
          )}
          <ChoiceField
            label={`第${i + 1}步做什么`}
            value={rung.to}
            choices={rungKinds}
            onChange={(to) => set(i, { to: to as RungKind })}
          />
        </View>
      ))}
      {rungs.length < MOST && (
        <Field label="" rule={rungs.length === 0 ? '没有步骤时不自动催办' : undefined}>
          <Button
            kind="plain"
            onPress={() => onChange([...rungs, { side: 'after', days: '', to: 'liaison' }])}
          >
            添加一步
          </Button>
        </Field>
      )}
    </View>
  );
}
