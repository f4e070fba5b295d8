import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Tabs } from '@/components/tabs';
import { usePages } from '@/lib/use-pages';
import { CheckCard } from '../check-card';
import { tabs, type Tab } from '../words';

/** 内容审核: words and pictures WeChat left to people, for whoever decides about them. */
export default function Queue() {
  return <StaffOnly right="content.check">{() => <Checks />}</StaffOnly>;
}

const shows = { open: { show: 'open' }, decided: { show: 'decided' } } as const;

const empty: { [T in Tab]: { title: string; how: string } } = {
  open: {
    title: '没有待审核的内容',
    how: '微信拿不准的文字和图片会出现在这里，等您看过后通过或不通过。',
  },
  decided: { title: '还没有审核过的内容', how: '审核的结果和审核人会列在这里。' },
};

function Checks() {
  const [tab, setTab] = useState<Tab>('open');
  const query = usePages('check.list', shows[tab]);
  useDidShow(() => void query.reload());
  return (
    <Page narrow>
      <Tabs value={tab} tabs={tabs} onChange={setTab} />
      <Listed query={query} rowsOf={({ checks }) => checks} empty={empty[tab]} words="继续看">
        {(one) => <CheckCard key={one.checkId} check={one} onDecided={() => void query.reload()} />}
      </Listed>
    </Page>
  );
}
