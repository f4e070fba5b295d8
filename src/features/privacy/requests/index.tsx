import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Page } from '@/components/page';
import { Paged } from '@/components/paged';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { usePages } from '@/lib/use-pages';
import { RequestCard } from '../request-card';
import '../privacy.scss';

const tabs = { waiting: '待办理', over: '已办结' };

/** Requests to delete personal data, for whoever decides them. */
export default function Requests() {
  return <StaffOnly right="privacy.decide">{() => <Deciding />}</StaffOnly>;
}

function Deciding() {
  const [tab, setTab] = useState<keyof typeof tabs>('waiting');
  const query = usePages('privacy.requests', tab === 'over' ? OVER : WAITING);
  useDidShow(() => void query.reload());
  return (
    <Page narrow>
      <Tabs value={tab} tabs={tabs} onChange={setTab} />
      <Async query={query}>
        {({ requests }) =>
          requests.length === 0 ? (
            <Empty
              title={tab === 'waiting' ? '没有待办理的申请' : '还没有办结的申请'}
              how="离任的联络员申请删除个人信息时，会出现在这里，要在15个工作日内答复。"
            />
          ) : (
            <Paged query={query} words={tab === 'over' ? '看更早的申请' : '继续看'}>
              {({ requests: page }) =>
                page.map((request) => (
                  <RequestCard
                    key={request.erasureId}
                    request={request}
                    onDecided={() => void query.reload()}
                  />
                ))
              }
            </Paged>
          )
        }
      </Async>
    </Page>
  );
}

const WAITING = { over: false };
const OVER = { over: true };
