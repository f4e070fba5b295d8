import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { codeIdIn, scanCode } from '@/lib/scan-code';
import { useQuery } from '@/lib/use-query';
import { Registration } from './registration';

/** Opened from the mini-program code (its id is the `scene`) or from a link; works for a stranger. */
export default function Register() {
  const { scene = '', codeId = '' } = useRouter().params;
  const code = codeIdIn(codeId || scene);
  if (code) return <Opened key={code} codeId={code} />;
  return (
    <Page narrow>
      <Empty title="请先扫登记码" how="扫描协会发给您单位的登记码，就能开始填写登记表。">
        <Button onPress={() => void scanCode()}>扫登记码</Button>
      </Empty>
    </Page>
  );
}

function Opened({ codeId }: { codeId: string }) {
  const query = useQuery('code.open', { codeId });
  if (query.data && !query.error) return <Registration codeId={codeId} query={query} opened={query.data} />;
  return (
    <Page narrow>
      <Async query={query}>{() => null}</Async>
    </Page>
  );
}
