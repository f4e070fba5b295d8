import type { Output } from '@contract/index';
import { Card, Row } from '@/components/card';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import './home.scss';

type Counts = Omit<Output<'home.office'>, 'running' | 'more'>;

/** What waits for the secretariat; each count opens its list. */
export function Stuck({ filings, corrections, handovers, vacant, vacantLong, alarmDays, check }: Counts) {
  return (
    <Card title="等秘书处处理">
      <Row title="登记待审核" side={<Count n={filings} unit="份" />} onPress={() => go('filing.queue')} />
      <Row
        title="资料变更待审核"
        side={<Count n={corrections} unit="份" />}
        onPress={() => go('record.queue')}
      />
      <Row title="交接待审核" side={<Count n={handovers} unit="份" />} onPress={() => go('handover.list')} />
      <Row
        title="单位无联络员"
        {...(vacantLong > 0 &&
          alarmDays !== null && { note: `其中${vacantLong}家已超过${alarmDays}天，请尽快联系` })}
        side={vacantLong > 0 ? <Tag tone="danger">{`！${vacant}家`}</Tag> : <Count n={vacant} unit="家" />}
        onPress={() => go('unit.list', { vacant: '1' })}
      />
      <Row title="联络员资料未核对" side={<Count n={check} unit="份" />} onPress={() => go('record.list')} />
    </Card>
  );
}

const Count = ({ n, unit }: { n: number; unit: string }) => (
  <Tag tone={n > 0 ? 'warning' : 'success'}>{`${n}${unit}`}</Tag>
);
