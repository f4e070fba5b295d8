import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { useWindow } from '@/lib/use-window';
import { Announcing } from '../announcing';
import { ManyForms } from '../many-forms';
import { OneUnit } from '../one-unit';
import { UnitPapers } from '../unit-papers';
import '../paper.scss';

/** Papers as Word documents: of one unit, of many, and lists that are published. */
export default function Print() {
  return <StaffOnly right="filing.review">{(session) => <Papers session={session} />}</StaffOnly>;
}

const tabs = { unit: '一家单位', many: '成批登记表', announce: '发文公布' };

function Papers({ session }: { session: Session }) {
  const { wide } = useWindow();
  const [tab, setTab] = useState<keyof typeof tabs>('unit');
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (unitId: string) => (wide ? setChosen(unitId) : go('paper.unit', { unitId }));
  const head = (
    <>
      <View className="paper-head">
        <Button kind="plain" onPress={() => go('paper.scan')}>
          扫码收盖章材料
        </Button>
      </View>
      <Tabs value={tab} tabs={tabs} onChange={setTab} />
    </>
  );
  if (tab !== 'unit')
    return (
      <Page narrow>
        {head}
        {tab === 'many' ? <ManyForms /> : <Announcing session={session} />}
      </Page>
    );
  return (
    <Page>
      <TwoPanes
        list={
          <>
            {head}
            <OneUnit chosen={chosen} onChoose={choose} />
          </>
        }
        detail={
          chosen ? (
            <UnitPapers key={chosen} unitId={chosen} />
          ) : (
            <Empty title="请在左边选一家单位" how="登记表、推荐表、变更申报表和变更函在这里打印。" />
          )
        }
      />
    </Page>
  );
}
