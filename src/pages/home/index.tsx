import { useDidShow } from '@tarojs/taro';
import { ActingBar } from '@/components/acting';
import { Page } from '@/components/page';
import { Async } from '@/components/states';
import { useSession } from '@/lib/session';
import { LiaisonHome } from './liaison-home';
import { OfficeHome } from './office-home';
import { StrangerHome } from './stranger-home';

/** Only what waits for me, for whomever I act. */
export default function Home() {
  const session = useSession();
  useDidShow(() => void session.reload());
  const { acting } = session;
  return (
    <Page tab="home">
      <Async query={session} quiet={acting.kind !== 'stranger'}>
        {(me) => (
          <>
            <ActingBar session={session} />
            {acting.kind === 'staff' && <OfficeHome session={session} />}
            {acting.kind === 'seat' && <LiaisonHome key={acting.unitId} unitId={acting.unitId} />}
            {acting.kind === 'stranger' && <StrangerHome me={me} />}
          </>
        )}
      </Async>
    </Page>
  );
}
