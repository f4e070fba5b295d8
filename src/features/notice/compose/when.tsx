import { ChoiceField, DayField } from '@/components/field';
import { anchorOf } from '@/lib/scroll-to';
import { shanghaiDay } from '@contract/rules/calendar';
import { SCHEDULE_DAYS } from '@contract/rules/draft';

/** Time it goes out by itself; no day: it goes out at once. */
export interface SendAt {
  day: string;
  time: string;
}

export const atOnce: SendAt = { day: '', time: '09:00' };

interface Props {
  value: SendAt;
  later: boolean;
  error?: string | undefined;
  onLater: (later: boolean) => void;
  onChange: (value: SendAt) => void;
}

const DAY = 86_400_000;

/** From 07:00 to 21:30, every half hour. */
const TIMES = Object.fromEntries(
  Array.from({ length: 30 }, (_, i) => {
    const time = `${String(7 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`;
    return [time, time];
  }),
);

/** 立即发布 or 定时发布, and when. */
export function WhenFields({ value, later, error, onLater, onChange }: Props) {
  const now = Date.now();
  return (
    <>
      <ChoiceField
        label="什么时候发"
        value={later ? 'later' : 'now'}
        choices={{ now: '立即发布', later: '定时发布' }}
        rule={later ? '到时自动发出，发出前随时可以取回' : undefined}
        onChange={(when) => onLater(when === 'later')}
      />
      {later && (
        <>
          <DayField
            label="发布日期"
            id={anchorOf('publishAt')}
            required
            value={value.day}
            from={shanghaiDay(new Date(now + DAY))}
            start={shanghaiDay(new Date(now))}
            end={shanghaiDay(new Date(now + SCHEDULE_DAYS * DAY))}
            error={error}
            onChange={(day) => onChange({ ...value, day })}
          />
          <ChoiceField
            label="发布时间"
            value={value.time}
            choices={TIMES}
            onChange={(time) => onChange({ ...value, time })}
          />
        </>
      )}
    </>
  );
}
