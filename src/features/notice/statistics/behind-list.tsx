import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { receiptLabel } from '@contract/rules/receipt';
import { figureCounts, figureWords, type FigureShow } from '@contract/rules/statistics';
import { Card } from '@/components/card';
import { Listed } from '@/components/listed';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { FiguresGrid } from './figures-grid';
import { periodWords, type Period } from './period';
import { Rates } from './rates';
import './statistics.scss';

export interface Behind extends Period {
  /** What it is the list of: a unit, a region, a month or everything. */
  name: string;
  hostId?: string;
  unitId?: string;
  region?: string;
  show: FigureShow;
}

type Receipt = Output<'notice.ofUnit'>['receipts'][number];

/** The receipts behind a percentage; the same figures stand above them. */
export function BehindList({ name, from, to, hostId, unitId, region, show: first }: Behind) {
  const [show, setShow] = useState(first);
  const asked = { from, to, show, ...(hostId && { hostId }) };
  const ofUnit = usePages('notice.ofUnit', unitId === undefined ? null : { ...asked, unitId });
  const others = usePages(
    'notice.receiptsOf',
    unitId === undefined ? { ...asked, ...(region !== undefined && { region }) } : null,
  );
  const query = unitId === undefined ? others : ofUnit;
  const figures = query.data?.figures;
  return (
    <>
      <Card title={name}>
        <Text className="figures-words">{periodWords({ from, to })}发布的通知</Text>
        {figures && (
          <>
            <Rates label={name} figures={figures} onShow={setShow} />
            <FiguresGrid figures={figures} on={show} onShow={setShow} />
          </>
        )}
      </Card>
      <Card title={figures ? `${figureWords[show]} ${figureCounts(figures)[show]}份` : figureWords[show]}>
        <Listed
          query={query}
          rowsOf={({ receipts }) => receipts}
          empty={{ title: '没有这样的回执', how: '点上面的数字看其他回执。' }}
        >
          {(row) => <BehindRow key={`${row.noticeId}_${row.unitId}`} row={row} unit={unitId === undefined} />}
        </Listed>
      </Card>
    </>
  );
}

/** `unit`: receipts of several units, so each says whose it is. */
function BehindRow({ row, unit }: { row: Receipt; unit: boolean }) {
  const { noticeId, title, unitName, ask, state, publishedAt, dueAt, doneAt, onBehalf } = row;
  const late = doneAt ? doneAt > dueAt : dueAt <= new Date().toISOString();
  const words = doneAt ? (late ? '逾期办结' : '按时办结') : late ? '逾期未办' : '未到期';
  return (
    <Press className="behind-row" onPress={() => go('notice.progress', { noticeId })}>
      <Text className="behind-title">{unit ? unitName : title}</Text>
      {unit && <Text className="behind-line">{title}</Text>}
      <View className="behind-line">
        <Tag tone={doneAt ? (late ? 'warning' : 'success') : late ? 'danger' : 'neutral'}>{words}</Tag>
        <Text>{receiptLabel(ask, state)}</Text>
        {onBehalf && <Text>代录</Text>}
      </View>
      <View className="behind-line">
        <Text>{showAt(publishedAt)}发布</Text>
        <Text>{doneAt ? `${showAt(doneAt)}办结` : `${showAt(dueAt)}截止`}</Text>
      </View>
    </Press>
  );
}
