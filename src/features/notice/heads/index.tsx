import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Tabs } from '@/components/tabs';
import { usePages } from '@/lib/use-pages';
import { HeadCard } from '../ladder/head-card';

type Show = 'due' | 'told';

const tabs: Record<Show, string> = { due: '待告知', told: '已告知' };
const empties: Record<Show, { title: string; how: string }> = {
  due: { title: '没有需要联系负责人的单位', how: '通知催到最后一步还没有办理的单位会列在这里。' },
  told: { title: '还没有标记“已告知”的单位', how: '联系过负责人后点“已告知负责人”，会移到这里。' },
};

/** 需联系单位负责人: of one notice, or of all. */
export default function Heads() {
  const { noticeId } = useRouter().params;
  return <StaffOnly>{() => <List noticeId={noticeId} />}</StaffOnly>;
}

function List({ noticeId }: { noticeId: string | undefined }) {
  const [show, setShow] = useState<Show>('due');
  const query = usePages('notice.heads', { ...(noticeId && { noticeId }), show });
  return (
    <Page narrow>
      <Tabs tabs={tabs} value={show} onChange={setShow} />
      <Listed query={query} rowsOf={({ heads }) => heads} empty={empties[show]}>
        {(head) => (
          <HeadCard
            key={`${head.noticeId}_${head.unitId}`}
            head={head}
            titled={!noticeId}
            onChanged={() => void query.reload()}
          />
        )}
      </Listed>
    </Page>
  );
}
