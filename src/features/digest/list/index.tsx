import { Card, Row } from '@/components/card';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { go } from '@/lib/go';
import { usePages } from '@/lib/use-pages';
import { dayWords } from '../words';

const NOTHING = {};

/** The digests that are kept. */
export default function DigestList() {
  return (
    <StaffOnly>
      {() => (
        <Page narrow>
          <Kept />
        </Page>
      )}
    </StaffOnly>
  );
}

function Kept() {
  const query = usePages('digest.list', NOTHING);
  return (
    <Card>
      <Listed
        query={query}
        rowsOf={({ digests }) => digests}
        empty={{ title: '还没有早报', how: '每个工作日早上生成一份，保存30天。' }}
      >
        {({ day, due, stuck, changed }) => (
          <Row
            key={day}
            title={dayWords(day)}
            note={
              due + stuck + changed === 0
                ? '平静的一天'
                : `到期和待处理${due}项，卡住${stuck}项，变化${changed}项`
            }
            onPress={() => go('digest.today', { day })}
          />
        )}
      </Listed>
    </Card>
  );
}
