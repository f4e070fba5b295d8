import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { Steps } from '@/components/steps';
import { useQuery } from '@/lib/use-query';
import type { OneImport } from '../words';
import { ColumnsStep } from '../columns-step';
import { PlanStep } from '../plan-step';
import { ResultStep } from '../result-step';
import '../roster.scss';

const TITLES = ['核对各列', '看要改什么', '导入'];

/** One import, wherever it stands: columns, plan, progress and result. */
export default function RosterOne() {
  const { params } = useRouter();
  const query = useQuery('roster.get', params.importId ? { importId: params.importId } : null);
  return (
    <StaffOnly right="roster.import">
      {() => (
        <Page narrow>
          {params.importId ? (
            <Async query={query}>{(one) => <One one={one} reload={query.reload} />}</Async>
          ) : (
            <Empty title="没有指明是哪一次导入" how="请从“导入名册”里选择。" />
          )}
        </Page>
      )}
    </StaffOnly>
  );
}

function One({ one, reload }: { one: OneImport; reload: () => Promise<void> }) {
  const [mapping, setMapping] = useState(false);
  /** Begun on this page: it goes on by itself. One found half done waits for somebody to say so. */
  const [begun, setBegun] = useState(false);
  const at = one.state === 'read' || mapping ? 0 : one.state === 'planned' ? 1 : 2;
  const planned = async () => {
    await reload();
    setMapping(false);
  };
  return (
    <>
      <Steps titles={TITLES} at={at} />
      <Text className="roster-file">{one.fileName}</Text>
      {at === 0 && <ColumnsStep one={one} onPlanned={planned} />}
      {at === 1 && (
        <PlanStep
          key={one.version}
          one={one}
          reload={reload}
          onColumns={() => setMapping(true)}
          onBegin={() => setBegun(true)}
        />
      )}
      {at === 2 && <ResultStep one={one} begun={begun} reload={reload} />}
    </>
  );
}
