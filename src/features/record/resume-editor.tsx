import { Text, View } from '@tarojs/components';
import type { FormDraft } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import { Button } from '@/components/button';
import { Check } from '@/components/check';
import { DayField, Field, TextField, type FieldProps } from '@/components/field';
import { Press } from '@/components/press';
import { anchorOf } from '@/lib/scroll-to';
import type { Faults } from './faults';

type Work = NonNullable<FormDraft['resume']>[number];

const MOST = 30;
const BLANK: Work = { start: '', end: '', work: '' };

interface Props extends FieldProps {
  rows: Work[];
  wrong: Faults;
  onChange: (rows: Work[]) => void;
}

/** The résumé row by row, each with start and end to the day; the last may run to this day. */
export function ResumeEditor({ rows, wrong, onChange, ...field }: Props) {
  const shown = rows.length > 0 ? rows : [BLANK];
  const put = (at: number, change: Partial<Work>) =>
    onChange(shown.map((row, i) => (i === at ? { ...row, ...change } : row)));
  return (
    <Field {...field}>
      {shown.map((row, i) => (
        <WorkRow
          key={i}
          row={row}
          at={i}
          wrong={wrong}
          onChange={(change) => put(i, change)}
          {...(shown.length > 1 && { onRemove: () => onChange(shown.filter((_, j) => j !== i)) })}
        />
      ))}
      {shown.length < MOST && (
        <Button
          kind="plain"
          onPress={() => onChange([...shown, { ...BLANK, start: shown[shown.length - 1]?.end ?? '' }])}
        >
          ＋ 再加一段
        </Button>
      )}
    </Field>
  );
}

interface RowProps {
  row: Work;
  at: number;
  wrong: Faults;
  onChange: (change: Partial<Work>) => void;
  onRemove?: () => void;
}

function WorkRow({ row: { start, end, work }, at, wrong, onChange, onRemove }: RowProps) {
  const today = shanghaiDay(new Date());
  const common = (name: string) => ({
    id: anchorOf(`resume.${at}.${name}`),
    error: wrong[`resume.${at}.${name}`],
  });
  return (
    <View className="record-work">
      <View className="record-work-head">
        <Text>第{at + 1}段</Text>
        {onRemove && (
          <Press className="record-edit" label={`删除第${at + 1}段`} onPress={onRemove}>
            <Text>删除</Text>
          </Press>
        )}
      </View>
      <View className="record-days">
        <DayField
          label="开始日期"
          {...common('start')}
          value={start}
          from="2005-07-01"
          end={today}
          onChange={(day) => onChange({ start: day })}
        />
        {end !== null && (
          <DayField
            label="结束日期"
            {...common('end')}
            value={end}
            from={start || today}
            end={today}
            onChange={(day) => onChange({ end: day })}
          />
        )}
      </View>
      <Check checked={end === null} onChange={(on) => onChange({ end: on ? null : '' })}>
        <Text>至今仍在这里工作</Text>
      </Check>
      <TextField
        label="单位和职务"
        {...common('work')}
        value={work}
        max={60}
        placeholder="如：某矿业公司 办公室科员"
        onChange={(text) => onChange({ work: text })}
      />
    </View>
  );
}
