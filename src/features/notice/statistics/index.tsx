import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { doneRate, FORMULAS, groupings, type FigureShow, type Grouping } from '@contract/rules/statistics';
import { Card } from '@/components/card';
import { LineChart } from '@/components/line-chart';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { BehindList, type Behind } from './behind-list';
import { Export } from './export';
import { FigureRow } from './figure-row';
import { FiguresGrid } from './figures-grid';
import { Filters, type Wanted } from './filters';
import { periodOf } from './period';
import { Rates } from './rates';

type Row = Output<'notice.statistics'>['rows'][number];

/** How units, regions and months dealt with what they were asked; every percentage opens its list. */
export default function StatisticsPage() {
  return <StaffOnly>{(session) => <Statistics session={session} />}</StaffOnly>;
}

function Statistics({ session }: { session: Session }) {
  const { wide } = useWindow();
  const [by, setBy] = useState<Grouping>('unit');
  const [wanted, setWanted] = useState<Wanted>({ key: 'recent', ...periodOf('recent'), hostId: '' });
  const [behind, setBehind] = useState<Behind | null>(null);
  const { from, to, hostId } = wanted;
  const ofHost = hostId ? { hostId } : {};
  const query = usePages('notice.statistics', { from, to, by, ...ofHost });
  const choose = (next: Wanted) => {
    setWanted(next);
    setBehind(null); // a list of other months would stand beside them
  };
  const open = (list: Behind) =>
    wide ? setBehind(list) : go('notice.behind', Object.fromEntries(Object.entries(list)));
  const openRow = ({ key, label }: Row, show: FigureShow) => {
    const scope = {
      unit: { unitId: key },
      region: { region: key },
      month: { from: key, to: key },
    }[by];
    open({ from, to, ...ofHost, ...scope, name: label || '未填地区', show });
  };
  const total = query.data?.total;
  const openAll = (show: FigureShow) => open({ from, to, ...ofHost, name: '全部单位', show });
  const shown: Behind | null =
    behind ?? (total?.asked ? { from, to, ...ofHost, name: '全部单位', show: 'missing' } : null);
  const list = (
    <>
      <Filters wanted={wanted} session={session} onChange={choose} />
      <Tabs value={by} tabs={groupings} onChange={setBy} />
      {total && total.asked > 0 && (
        <Card title="合计" side={<Export {...{ from, to }} hostId={hostId} />}>
          <Rates label="全部单位" figures={total} onShow={openAll} />
          <FiguresGrid figures={total} onShow={openAll} />
          {by === 'month' && <Months rows={query.data?.rows ?? []} />}
          <Formulas excluded={query.data?.excluded ?? 0} />
        </Card>
      )}
      <Card title={by === 'month' ? '各月' : '办结率低的在前'}>
        <Listed
          query={query}
          rowsOf={({ rows }) => rows}
          empty={{ title: '这段时间没有要求办理的通知', how: '换一段时间看，或发出通知后再来。' }}
          words="继续看办结率更高的"
        >
          {(row) => (
            <FigureRow
              key={row.key}
              label={row.label || '未填地区'}
              figures={row.figures}
              on={wide && !!behind && isOf(row, behind)}
              onShow={(show) => openRow(row, show)}
            />
          )}
        </Listed>
      </Card>
    </>
  );
  return (
    <Page>
      <TwoPanes
        list={list}
        detail={
          shown ? (
            <BehindList key={JSON.stringify(shown)} {...shown} />
          ) : (
            query.data && <Empty title="没有名单" how="换一段时间，再点左边的百分比或份数。" />
          )
        }
      />
    </Page>
  );
}

const isOf = ({ key }: Row, { unitId, region, from, to }: Behind): boolean =>
  unitId === key || region === key || (from === key && to === key);

function Months({ rows }: { rows: Row[] }) {
  return (
    <View>
      <Text className="figures-words figures-formula">
        各月办结率。未到期的也算应办，所以最近一个月会偏低。
      </Text>
      <LineChart
        title="各月办结率"
        points={rows.map(({ label, figures }) => ({
          label,
          share: figures.asked === 0 ? null : figures.done / figures.asked,
          text: doneRate(figures),
        }))}
      />
    </View>
  );
}

function Formulas({ excluded }: { excluded: number }) {
  const left = excluded > 0 ? [`本期有${excluded}件已撤回或更正，未计入。`] : [];
  return (
    <View className="figures-formula">
      {[...FORMULAS, ...left].map((line) => (
        <Text key={line} className="figures-words">
          {line}
        </Text>
      ))}
    </View>
  );
}
