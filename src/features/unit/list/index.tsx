import { useState } from 'react';
import { useDidShow, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { posts } from '@contract/unit';
import { Button } from '@/components/button';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { SearchField } from '@/components/search-field';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { Filters, type Filter } from '../filters';
import { UnitPane } from '../unit-pane';
import '../unit.scss';

const tabs = { all: '全部单位', vacant: '无联络员', left: '已退会' };
type Show = keyof typeof tabs;

/** Member units by pinyin; on a wide window the chosen one's file stands beside the list. */
export default function UnitList() {
  return <StaffOnly>{(session) => <Units session={session} />}</StaffOnly>;
}

const NEW = 'new';

function Units({ session }: { session: Session }) {
  const { params } = useRouter();
  const { wide } = useWindow();
  const [search, setSearch] = useState('');
  const [show, setShow] = useState<Show>(params.vacant === '1' ? 'vacant' : 'all');
  const [chosen, setChosen] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>({});
  const query = usePages('unit.list', {
    search,
    vacant: show === 'vacant',
    left: show === 'left',
    ...filter,
  });
  useDidShow(() => void query.reload());
  const add = () => (wide ? setChosen(NEW) : go('unit.edit'));
  const open = (unitId: string) => (wide ? setChosen(unitId) : go('unit.file', { unitId }));
  const saved = (unitId: string) => {
    setChosen(unitId);
    void query.reload();
  };
  const list = (
    <>
      <View className="unit-actions">
        {session.can('unit.edit') && <Button onPress={add}>＋ 添加单位</Button>}
        {session.can('roster.import') && (
          <Button kind="plain" onPress={() => go('roster.import')}>
            导入名册
          </Button>
        )}
        {session.can('roster.export') && (
          <Button kind="plain" onPress={() => go('roster.export')}>
            导出
          </Button>
        )}
      </View>
      <SearchField value={search} placeholder="单位、人名、电话尾号" onChange={setSearch} />
      <Tabs value={show} tabs={tabs} onChange={setShow} />
      <Filters value={filter} onChange={setFilter} />
      <Listed
        query={query}
        rowsOf={({ units }) => units}
        empty={nothing(search !== '' || Object.keys(filter).length > 0, show)}
        words="看更多单位"
      >
        {(unit) => (
          <Press
            key={unit.unitId}
            className={`card unit-item ${unit.unitId === chosen ? 'on' : ''}`}
            onPress={() => open(unit.unitId)}
          >
            <Item unit={unit} />
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

function Item({ unit }: { unit: Output<'unit.list'>['units'][number] }) {
  const { name, region, post, liaison, vacantDays, leftOn } = unit;
  const postName = Object.entries(posts).find(([key]) => key === post)?.[1] ?? post;
  return (
    <>
      <Text className="unit-name">{name}</Text>
      <View className="unit-line">
        <Text>
          {region} · {postName}
        </Text>
        {leftOn && <Text>{leftOn} 退会</Text>}
        {!leftOn && liaison && <Text>联络员 {liaison}</Text>}
        {!leftOn && !liaison && <Tag tone="danger">{`无联络员 ${vacantDays ?? 0}天`}</Tag>}
      </View>
    </>
  );
}

function nothing(searched: boolean, show: Show) {
  if (searched) return { title: '没有找到这样的单位', how: '试试单位简称、拼音首字母，或清除筛选。' };
  if (show === 'vacant') return { title: '每家单位都有联络员', how: '没有联络员的单位会列在这里。' };
  if (show === 'left') return { title: '没有退会的单位', how: '退会的单位列在这里，档案一直保留。' };
  return { title: '还没有会员单位', how: '点“添加单位”录入第一家，录入后就能发放登记码。' };
}
