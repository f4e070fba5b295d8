import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { natures, posts } from '@contract/unit';
import { Card, Row } from '@/components/card';
import { Async } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import type { Query } from '@/lib/use-query';
import { FileData } from './file-data';
import { FilePapers } from './file-papers';
import { FilePeople } from './file-people';
import { FileTimeline } from './file-timeline';
import './unit.scss';

export type Unit = Output<'unit.get'>;

const tabs = { data: '资料', people: '联络员', papers: '材料', timeline: '经过' };

interface Props {
  query: Query<Unit>;
  session: Session;
}

/** 单位档案: what the unit is, its people, its papers, and everything that ever happened with it. */
export function UnitFile({ query, session }: Props) {
  const [show, setShow] = useState<keyof typeof tabs>('data');
  return (
    <Async query={query}>
      {(unit) => (
        <>
          <Head unit={unit} />
          <Tabs value={show} tabs={tabs} onChange={setShow} />
          {show === 'data' && (
            <FileData unit={unit} session={session} onChanged={() => void query.reload()} />
          )}
          {show === 'people' && <FilePeople unit={unit} session={session} />}
          {show === 'papers' && <FilePapers unitId={unit.unitId} session={session} />}
          {show === 'timeline' && (
            <>
              <Card>
                <Row
                  title="通知办理情况"
                  note="近12个月的办结率和每件通知的办理"
                  onPress={() => go('notice.behind', { unitId: unit.unitId, name: unit.name, show: 'asked' })}
                />
              </Card>
              <FileTimeline unitId={unit.unitId} />
            </>
          )}
        </>
      )}
    </Async>
  );
}

/** Name, standing, and the classes the rulebook goes by. */
function Head({ unit }: { unit: Unit }) {
  const { name, left, vacantDays, classifications, tags } = unit;
  const words = {
    post: posts[unit.post],
    type: natures[unit.nature],
    region: unit.region,
    industry: unit.industry,
  };
  return (
    <View className="unit-head">
      <Text className="unit-title">{name}</Text>
      <View className="unit-tags">
        {left && <Tag tone="danger">{`已退会 ${left.on}`}</Tag>}
        {vacantDays !== null && <Tag tone="danger">{`无联络员 ${vacantDays}天`}</Tag>}
        {classifications.map((one) => (
          <Tag key={one} tone="accent">
            {words[one]}
          </Tag>
        ))}
        {tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </View>
    </View>
  );
}
