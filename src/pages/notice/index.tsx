import { useDidShow } from '@tarojs/taro';
import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { useSession } from '@/lib/session';
import { Inbox } from './inbox';
import { Overview } from './overview';

/** A liaison's inbox, or all notices with their rings for staff. */
export default function Notices() {
  const session = useSession();
  useDidShow(() => void session.reload());
  const { acting } = session;
  return (
    <Page tab="notice">
      <Async query={session} quiet={acting.kind !== 'stranger'}>
        {() => (
          <>
            {acting.kind === 'staff' && <Overview session={session} />}
            {acting.kind === 'seat' && <Inbox key={acting.unitId} unitId={acting.unitId} />}
            {acting.kind === 'stranger' && (
              <Empty
                title="登记后可以看到通知"
                how="登记为联络员并经秘书处审核后，协会发给您单位的通知会在这里。"
              />
            )}
          </>
        )}
      </Async>
    </Page>
  );
}
