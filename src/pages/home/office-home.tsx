import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Missing } from '@/components/missing';
import { Press } from '@/components/press';
import { Ring } from '@/components/ring';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { go, goTab } from '@/lib/go';
import type { Session } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import { DraftsWaiting } from './drafts-waiting';
import { Morning } from './morning';
import { Stuck } from './stuck';
import './home.scss';

const NOTHING = {};

/** What is stuck first, then what runs. */
export function OfficeHome({ session }: { session: Session }) {
  const query = useQuery('home.office', NOTHING);
  useDidShow(() => void query.reload());
  const named = !!session.me?.office.name;
  return (
    <>
      {!named && session.can('office.edit') && (
        <Card title="先设立协会">
          <Row title="选择制度模板、填写协会和主办方名称" side="去设置" onPress={() => go('office.setUp')} />
        </Card>
      )}
      <View className="home-actions">
        {session.can('notice.publish') && <Button onPress={() => go('notice.compose')}>＋ 发通知</Button>}
        {session.can('code.issue') && (
          <Button kind="plain" onPress={() => go('code.list')}>
            登记二维码
          </Button>
        )}
        <Button kind="plain" onPress={() => go('unit.list')}>
          会员单位
        </Button>
      </View>
      <Morning />
      {(session.can('notice.publish') || session.can('notice.review')) && <DraftsWaiting />}
      <Async query={query}>
        {({ running, more, ...counts }) => (
          <>
            <Stuck {...counts} />
            <Text className="home-heading">正在进行</Text>
            {running.length === 0 && <Empty title="没有进行中的通知" how="发出的通知会在这里显示还差谁。" />}
            <View className="running-list">
              {running.map(({ noticeId, title, dueText, overdue, ...told }) => (
                <Press
                  key={noticeId}
                  className="card running"
                  onPress={() => go('notice.progress', { noticeId })}
                >
                  <Ring {...told} />
                  <View className="running-words">
                    <Text className="running-title">{title}</Text>
                    <View className="running-line">
                      <Missing {...told} />
                      <Tag tone={overdue ? 'danger' : 'neutral'}>{dueText}</Tag>
                    </View>
                  </View>
                </Press>
              ))}
            </View>
            {more && (
              <Card>
                <Row title="还有更多，到“通知”里看" onPress={() => goTab('notice')} />
              </Card>
            )}
          </>
        )}
      </Async>
    </>
  );
}
