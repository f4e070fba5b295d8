import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { useSession } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import { CorrectForm } from '../correct-form';
import '../record.scss';

/** Asks for changes of the caller's own record. */
export default function Correct() {
  const session = useSession();
  const { acting } = session;
  if (acting.kind === 'seat') return <Correcting key={acting.unitId} unitId={acting.unitId} />;
  return (
    <Page narrow>
      <Async query={session}>
        {() => <Empty title="这里是联络员修改自己资料的地方" how="登记并备案后，可以在这里申请变更。" />}
      </Async>
    </Page>
  );
}

function Correcting({ unitId }: { unitId: string }) {
  const query = useQuery('record.mine', { unitId });
  if (query.data && !query.error) return <CorrectForm unitId={unitId} record={query.data} query={query} />;
  return (
    <Page narrow>
      <Async query={query}>{() => null}</Async>
    </Page>
  );
}
