import { useState } from 'react';
import type { Output } from '@contract/index';
import { Card, Row } from '@/components/card';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import './home.scss';

type Counts = Omit<Output<'home.office'>, 'running' | 'more'>;

interface Matter {
  title: string;
  n: number;
  unit: string;
  open: () => void;
  alarm?: string;
}

/** What waits for the secretariat, what waits for nothing folded beneath; each count opens its list. */
export function Stuck(counts: Counts) {
  const [all, setAll] = useState(false);
  const matters = mattersOf(counts);
  const waiting = matters.filter(({ n }) => n > 0);
  const rest = matters.filter(({ n }) => n === 0);
  return (
    <Card title="等秘书处处理">
      {[...waiting, ...(all ? rest : [])].map(({ title, n, unit, open, alarm }) => (
        <Row
          key={title}
          title={title}
          {...(alarm && { note: alarm })}
          side={alarm ? <Tag tone="danger">{`！${n}${unit}`}</Tag> : <Count n={n} unit={unit} />}
          onPress={open}
        />
      ))}
      {rest.length > 0 && !all && (
        <Row
          title={waiting.length > 0 ? `其余${rest.length}项没有要处理的` : '没有要处理的'}
          note={rest.map(({ title }) => title).join('、')}
          side="展开"
          onPress={() => setAll(true)}
        />
      )}
    </Card>
  );
}

function mattersOf(counts: Counts): Matter[] {
  const { vacantLong, alarmDays } = counts;
  const alarm = vacantLong > 0 && alarmDays !== null && `其中${vacantLong}家已超过${alarmDays}天，请尽快联系`;
  const of = (title: string, n: number, unit: string, open: () => void): Matter => ({ title, n, unit, open });
  return [
    of('登记待审核', counts.filings, '份', () => go('filing.queue')),
    of('资料变更待审核', counts.corrections, '份', () => go('record.queue')),
    of('交接待审核', counts.handovers, '份', () => go('handover.list')),
    {
      ...of('单位无联络员', counts.vacant, '家', () => go('unit.list', { vacant: '1' })),
      ...(alarm && { alarm }),
    },
    of('内容待审核', counts.checks, '条', () => go('check.queue')),
    of('需联系单位负责人', counts.heads, '家', () => go('notice.heads')),
    of('联络员资料未核对', counts.check, '份', () => go('record.list')),
  ];
}

const Count = ({ n, unit }: { n: number; unit: string }) => (
  <Tag tone={n > 0 ? 'warning' : 'success'}>{`${n}${unit}`}</Tag>
);
