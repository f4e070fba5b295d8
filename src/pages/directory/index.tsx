import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Layout } from '@contract/directory';
import { Page } from '@/components/page';
import { Paged } from '@/components/paged';
import { SearchField } from '@/components/search-field';
import { Async, Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { useSession } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { headingsOf, PageOfUnits } from './entries';
import { ClassFilter, type Class } from './class-filter';
import './directory.scss';

const tabs: Record<Layout, string> = {
  unit: '按单位',
  region: '按地区',
  industry: '按行业',
  post: '按职务',
};

/** 通讯录: units and liaisons by name, region, industry or post; a liaison sees others' numbers as the rulebook says. */
export default function Directory() {
  const session = useSession();
  return (
    <Page tab="directory">
      <Async query={session} quiet={session.acting.kind !== 'stranger'}>
        {() =>
          session.acting.kind === 'stranger' ? (
            <Empty
              title="登记后可以查看通讯录"
              how="登记为联络员并经秘书处审核后，可以查到各会员单位和联络员。"
            />
          ) : (
            <Units />
          )
        }
      </Async>
    </Page>
  );
}

function Units() {
  const [search, setSearch] = useState('');
  const [by, setBy] = useState<Layout>('unit');
  const [chosen, setChosen] = useState<Class>({});
  const query = usePages('directory.list', { search, by, ...chosen });
  const units = query.pages.flatMap((page) => page.units);
  const headings = headingsOf(units, search ? 'unit' : by);
  const layOut = (layout: Layout) => {
    setBy(layout);
    setChosen({});
  };
  return (
    <>
      <SearchField value={search} placeholder="单位、人名、电话尾号" onChange={setSearch} />
      {/* A place that stays: Taro sends the list anew when a child beside it is removed (components/paged.tsx). */}
      <View>
        {!search && (
          <>
            <Tabs value={by} tabs={tabs} onChange={layOut} />
            {by !== 'unit' && <ClassFilter key={by} of={by} value={chosen} onChange={setChosen} />}
          </>
        )}
      </View>
      <Async query={query}>
        {() =>
          units.length === 0 ? (
            <Empty
              title={search ? '没有找到这样的单位' : '还没有会员单位'}
              how={
                search
                  ? '试试单位简称、联络员姓名、拼音首字母，或电话号码的后4位。'
                  : '秘书处录入会员单位后会在这里。'
              }
            />
          ) : (
            <Paged query={query} words="看更多单位" className="directory">
              {(page) => <PageOfUnits page={page} headings={headings} />}
            </Paged>
          )
        }
      </Async>
    </>
  );
}
