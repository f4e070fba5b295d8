import { useDidShow, useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Card, Row } from '@/components/card';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import { DigestCards } from '../digest-card';
import { Wish } from '../wish';
import { dayWords } from '../words';

/** The digest of a day, without one the latest. */
export default function DigestToday() {
  const { day } = useRouter().params;
  return (
    <StaffOnly>
      {() => (
        <Page>
          <OneDigest day={day} />
        </Page>
      )}
    </StaffOnly>
  );
}

function OneDigest({ day }: { day: string | undefined }) {
  const query = useQuery('digest.get', day ? { day } : {});
  useDidShow(() => void query.reload());
  return (
    <Async query={query}>
      {({ digest, today }: Output<'digest.get'>) => (
        <>
          {digest ? (
            <>
              <Card title={`${dayWords(digest.day)}早报`}>
                <Text className="digest-second">
                  {showAt(digest.madeAt)}生成，“有变化的”从{showAt(digest.since)}算起。
                  {digest.day === today ? '' : '这是当天的情况，现在可能已有变化。'}
                </Text>
              </Card>
              <DigestCards digest={digest} />
            </>
          ) : (
            <Empty title="还没有早报" how="每个工作日早上生成，告诉您什么快到期、谁卡住了、有什么变化。" />
          )}
          <Wish />
          <Card>
            <Row title="以前的早报" note="保存30天" onPress={() => go('digest.list')} />
            <Row title="通知统计" note="按单位、地区、月份看办结率" onPress={() => go('notice.statistics')} />
          </Card>
        </>
      )}
    </Async>
  );
}
