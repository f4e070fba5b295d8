import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { seatKinds } from '@contract/me';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Paged } from '@/components/paged';
import { Phone } from '@/components/phone';
import { SearchField } from '@/components/search-field';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { useSession } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import './directory.scss';

/** 通讯录: units and liaisons by pinyin; a liaison sees others' numbers masked. */
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
  const query = usePages('directory.list', { search });
  const units = query.pages.flatMap((page) => page.units);
  return (
    <>
      <SearchField value={search} placeholder="单位名称、拼音或首字母" onChange={setSearch} />
      <Async query={query}>
        {() =>
          units.length === 0 ? (
            <Empty
              title={search ? '没有找到这样的单位' : '还没有会员单位'}
              how={search ? '试试单位简称或拼音首字母。' : '秘书处录入会员单位后会在这里。'}
            />
          ) : (
            <Paged query={query} className="directory">
              {(page) => page.units.map((unit) => <UnitCard key={unit.unitId} unit={unit} />)}
            </Paged>
          )
        }
      </Async>
    </>
  );
}

function UnitCard({ unit }: { unit: Output<'directory.list'>['units'][number] }) {
  const { unitId, name, region, seats } = unit;
  return (
    <Card>
      <View className="directory-head">
        <Text className="directory-name">{name}</Text>
        <Tag>{region}</Tag>
      </View>
      {seats.length === 0 && <Text className="directory-none">还没有联络员</Text>}
      {seats.map((seat) => (
        <View key={seat.kind} className="directory-seat">
          <Text className="directory-post">
            {seatKinds[seat.kind]} {seat.position}
          </Text>
          <Phone unitId={unitId} kind={seat.kind} name={seat.name} masked={seat.phone} />
          {seat.landline && <Text className="directory-post">办公电话 {seat.landline}</Text>}
        </View>
      ))}
    </Card>
  );
}
