import { useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { BodyReader } from '@/components/body/reader';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import '../correct/correct.scss';

/** Texts of a notice before it was corrected in place, the latest first. */
export default function Revisions() {
  const { noticeId = '' } = useRouter().params;
  return <StaffOnly>{() => <OfNotice noticeId={noticeId} />}</StaffOnly>;
}

function OfNotice({ noticeId }: { noticeId: string }) {
  const query = useQuery('notice.revisions', { noticeId });
  return (
    <Page narrow>
      <Async query={query}>
        {({ revisions, urls, held }) =>
          revisions.length === 0 ? (
            <Empty title="没有更正过" how="更正文字或截止时间后，改动前的文字留在这里。" />
          ) : (
            <>
              {revisions.map(({ at, by, note, title, body, dueAt }) => (
                <Card key={at} title={title}>
                  <Text className="correct-line">{`${showAt(at)}由${by}更正：${note}`}</Text>
                  <Text className="correct-line">{`当时的截止时间：${showAt(dueAt)}`}</Text>
                  <BodyReader body={body} urls={urls} held={held} />
                </Card>
              ))}
            </>
          )
        }
      </Async>
    </Page>
  );
}
