import { useRef } from 'react';
import type { Asking, Question } from '@contract/asking';
import { asks, type Ask } from '@contract/rules/receipt';
import { Card } from '@/components/card';
import { ChoiceField, DayField } from '@/components/field';
import { anchorOf } from '@/lib/scroll-to';
import { nextDays } from './due';
import type { PartProps } from './parts';
import { QuestionEditor } from './question-editor';

const TIMES = { '12:00': '中午12:00', '17:00': '下班前17:00', '23:59': '当天23:59' };

const WORDS: Record<Ask, string> = {
  nothing: '只放进各单位的收件箱，不催办',
  read: '打开看过就算办理',
  confirm: '各单位点“确认收到”算办理',
  form: '各单位填好下面的问题算办理，答案汇总成表',
};

/** 3 要什么、何时前: what is asked of the units, and until when. */
export function Asks({ value, set, at }: PartProps) {
  // A tap beside the right choice does not cost the questions.
  const questions = useRef<Question[]>([]);
  if (value.asking.kind === 'form') questions.current = value.asking.questions;
  const asked = (kind: Ask): Asking => (kind === 'form' ? { kind, questions: questions.current } : { kind });
  const days = nextDays(new Date());
  return (
    <Card title="3 要各单位做什么">
      <ChoiceField
        label="要求"
        id={anchorOf('asking')}
        required
        value={value.asking.kind}
        choices={asks}
        rule={WORDS[value.asking.kind]}
        error={at('asking')}
        onChange={(kind) => set({ asking: asked(kind as Ask) })}
      />
      {value.asking.kind === 'form' && (
        <QuestionEditor
          questions={value.asking.questions}
          at={at}
          onChange={(changed) => set({ asking: { kind: 'form', questions: changed } })}
        />
      )}
      {value.asking.kind !== 'nothing' && (
        <>
          <ChoiceField
            label="截止日期"
            id={anchorOf('dueAt')}
            required
            value={value.day}
            choices={days}
            error={at('dueAt')}
            onChange={(day) => set({ day })}
          />
          <DayField
            label="其他日期"
            value={days[value.day] ? '' : value.day}
            from={value.day}
            onChange={(day) => set({ day })}
          />
          <ChoiceField
            label="截止时间"
            value={value.time}
            choices={TIMES}
            onChange={(time) => set({ time })}
          />
        </>
      )}
    </Card>
  );
}
