import { useState } from 'react';
import { useDidShow, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { posts } from '@contract/unit';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { SearchField } from '@/components/search-field';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { UnitPane } from '../unit-pane';
import '../unit.scss';

const tabs = { all: '全部单位', vacant: '无联络员' };

/** Member units by pinyin; on a wide window the chosen one is edited beside the list. */
export default function UnitList() {
  return <StaffOnly>{(session) => <Units session={session} />}</StaffOnly>;
}

const NEW = 'new';

function Units({ session }: { session: Session }) {
  const { params } = useRouter();
  const { wide } = useWindow();
  const [search, setSearch] = useState('');
  const [show, setShow] = useState<keyof typeof tabs>(params.vacant === '1' ? 'vacant' : 'all');
  const [chosen, setChosen] = useState<string | null>(null);
  const query = usePages('unit.list', { search, vacant: show === 'vacant' });
  useDidShow(() => void query.reload());
  const rows = query.pages.flatMap(({ units }) => units);
  const add = () => (wide ? setChosen(NEW) : go('unit.edit'));
  const open = (unitId: string) => (wide ? setChosen(unitId) : go('unit.edit', { unitId }));
  const saved = (unitId: string) => {
    setChosen(unitId);
    void query.reload();
  };
  const list = (
    <>
      {session.can('unit.edit') && (
        <View className="unit-actions">
          <Button onPress={add}>＋ 添加单位</Button>
        </View>
      )}
      <SearchField value={search} placeholder="单位名称、拼音或首字母" onChange={setSearch} />
      <Tabs value={show} tabs={tabs} onChange={setShow} />
      <Async query={query}>
        {() =>
          rows.length === 0 ? (
            <Nothing search={search} vacant={show === 'vacant'} />
          ) : (
            <Paged query={query} words="看更多单位">
              {({ units }) =>
                units.map(({ unitId, name, region, post, liaison }) => (
                  <Press
                    key={unitId}
                    className={`card unit-item ${unitId === chosen ? 'on' : ''}`}
                    onPress={() => open(unitId)}
                  >
                    <Text className="unit-name">{name}</Text>
                    <View className="unit-line">
                      <Text>
                        {region} · {Object.entries(posts).find(([key]) => key === post)?.[1] ?? post}
                      </Text>
                      {liaison ? <Text>联络员 {liaison}</Text> : <Tag tone="danger">无联络员</Tag>}
                    </View>
                  </Press>
                ))
              }
            </Paged>
          )
        }
      </Async>
    </>
  );
  return (
    <Page>
      <TwoPanes
        list={list}
        detail={
          chosen ? (
            <UnitPane
              key={chosen}
              unitId={chosen === NEW ? undefined : chosen}
              session={session}
              onSaved={saved}
            />
          ) : (
            <Empty title="请在左边选一家单位" how="单位资料和联络员会显示在这里。" />
          )
        }
      />
    </Page>
  );
}

function Nothing({ search, vacant }: { search: string; vacant: boolean }) {
  if (search) return <Empty title="没有找到这样的单位" how="试试单位简称或拼音首字母。" />;
  if (vacant) return <Empty title="每家单位都有联络员" how="没有联络员的单位会列在这里。" />;
  return <Empty title="还没有会员单位" how="点“添加单位”录入第一家，录入后就能发放登记码。" />;
}
