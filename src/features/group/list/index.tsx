import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { GroupView } from '../group-view';
import { keepsGroups } from '../words';
import '../group.scss';

/** Saved groups by name; on a wide window the chosen one stands beside the list. */
export default function GroupList() {
  return <StaffOnly>{(session) => <Groups session={session} />}</StaffOnly>;
}

const NOTHING = {};

function Groups({ session }: { session: Session }) {
  const query = usePages('group.list', NOTHING);
  const { wide } = useWindow();
  const [chosen, setChosen] = useState<string | null>(null);
  useDidShow(() => void query.reload());
  const open = (groupId: string) => (wide ? setChosen(groupId) : go('group.view', { groupId }));
  const list = (
    <>
      {keepsGroups(session) && (
        <View className="group-actions">
          <Button onPress={() => go('group.edit')}>＋ 新建联络组</Button>
        </View>
      )}
      <Listed
        query={query}
        rowsOf={({ groups }) => groups}
        empty={{
          title: '还没有联络组',
          how: '把常一起通知的单位存成一组，如某个片区、某个专委会，发通知时直接选。',
        }}
        words="看更多联络组"
      >
        {({ groupId, name, purpose, wechatName, files }) => (
          <Press
            key={groupId}
            className={`card group-item ${groupId === chosen ? 'on' : ''}`}
            onPress={() => open(groupId)}
          >
            <Text className="group-name">{name}</Text>
            {purpose && <Text className="group-second">{purpose}</Text>}
            {(wechatName || files > 0) && (
              <Text className="group-second">
                {[wechatName && `微信群：${wechatName}`, files > 0 && `${files}个文件`]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            )}
          </Press>
        )}
      </Listed>
    </>
  );
  return (
    <Page>
      <TwoPanes
        list={list}
        detail={
          chosen ? (
            <GroupView
              key={chosen}
              groupId={chosen}
              session={session}
              onRemoved={() => {
                setChosen(null);
                void query.reload();
              }}
            />
          ) : (
            <Empty title="请在左边选一个联络组" how="成员、组长、微信群和文件会显示在这里。" />
          )
        }
      />
    </Page>
  );
}
