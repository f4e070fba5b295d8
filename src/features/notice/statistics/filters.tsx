import type { Session } from '@/lib/session';
import { Card } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { monthChoices, periodOf, periods, type Period, type PeriodKey } from './period';

export interface Wanted extends Period {
  key: PeriodKey;
  /** Empty: every host. */
  hostId: string;
}

interface Props {
  wanted: Wanted;
  session: Session;
  onChange: (wanted: Wanted) => void;
}

/** Which months, and of which host. */
export function Filters({ wanted, session, onChange }: Props) {
  const hosts = session.me?.office.hosts ?? [];
  const choose = (value: string) => {
    const key = value as PeriodKey;
    onChange({ ...wanted, key, ...(key !== 'own' && periodOf(key)) });
  };
  const months = monthChoices();
  return (
    <Card>
      <ChoiceField label="统计时间（按发文月份）" value={wanted.key} choices={periods} onChange={choose} />
      {wanted.key === 'own' && (
        <>
          <ChoiceField
            label="从"
            value={wanted.from}
            choices={months}
            onChange={(from) => onChange({ ...wanted, from })}
          />
          <ChoiceField
            label="到"
            value={wanted.to}
            choices={months}
            onChange={(to) => onChange({ ...wanted, to })}
          />
        </>
      )}
      {hosts.length > 1 && (
        <ChoiceField
          label="发文单位"
          value={wanted.hostId || 'all'}
          choices={{ all: '全部', ...Object.fromEntries(hosts.map(({ id, short }) => [id, short])) }}
          onChange={(id) => onChange({ ...wanted, hostId: id === 'all' ? '' : id })}
        />
      )}
    </Card>
  );
}
