import { Text, View } from '@tarojs/components';
import type { FormDraft } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import { BLANK, type Faults } from '@/lib/form-faults';
import { anchorOf } from '@/lib/scroll-to';
import { Button } from './button';
import { Check } from './check';
import { DayField, Field, TextField, type FieldProps } from './field';
import { Press } from './press';
import './resume-field.scss';

type Row = NonNullable<FormDraft['resume']>[number];

interface Props extends FieldProps {
  resume: Row[] | undefined;
  wrong: Faults;
  onChange: (resume: Row[]) => void;
}

const MOST = 30;
/** Where a first day's picker stands at first. */
const START = '2005-07-01';

/** The résumé as rows with start and end to the day; the last may run to this day. */
export function ResumeField({ resume, wrong, onChange: put, ...field }: Props) {
  const rows = resume?.length ? resume : [BLANK];
  const last = rows[rows.length - 1];
  const add = () => put([...rows, { ...BLANK, start: last?.end ?? '' }]);
  const sorted = [...rows].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return (
    <Field {...field}>
      {rows.map((row, i) => (
        <ResumeRow
          key={i}
          row={row}
          at={i}
          from={rows[i - 1]?.end ?? START}
          wrong={wrong}
          onChange={(change) => put(rows.map((one, j) => (j === i ? { ...one, ...change } : one)))}
          {...(rows.length > 1 && { onRemove: () => put(rows.filter((_, j) => j !== i)) })}
        />
      ))}
      {sorted.some((row, i) => row !== rows[i]) && (
        <Press className="resume-sort" onPress={() => put(sorted)}>
          <Text>先后次序不对，点这里按时间排好</Text>
        </Press>
      )}
      {rows.length < MOST && (
        <Button kind="plain" onPress={add}>
          ＋ 再加一段
        </Button>
      )}
    </Field>
  );
}

interface RowProps {
  row: Row;
  at: number;
  from: string;
  wrong: Faults;
  onChange: (change: Partial<Row>) => void;
  onRemove?: () => void;
}

function ResumeRow({ row: { start, end, work }, at, from, wrong, onChange, onRemove }: RowProps) {
  const today = shanghaiDay(new Date());
  const common = (name: string) => ({
    id: anchorOf(`resume.${at}.${name}`),
    error: wrong[`resume.${at}.${name}`],
  });
  return (
    <View className="resume-row">
      <View className="resume-head">
        <Text>第{at + 1}段</Text>
        {onRemove && (
          <Press className="resume-remove" label={`删除第${at + 1}段`} onPress={onRemove}>
            <Text>删除</Text>
          </Press>
        )}
      </View>
      <View className="resume-days">
        <DayField
          label="开始日期"
          {...common('start')}
          value={start}
          from={from}
          end={today}
          onChange={(day) => onChange({ start: day })}
        />
        {end === null ? (
          <Field label="结束日期">
            <View className="field-input resume-now">至今</View>
          </Field>
        ) : (
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
