import { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { digestLineKeys, digestWords, type DigestLine } from '@contract/rules/digest';
import { Card, Row } from '@/components/card';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { usePages } from '@/lib/use-pages';
import { dayWords, openItem } from '../words';
import '@/components/bars.scss';
import '../digest.scss';

type Item = Output<'digest.items'>['items'][number];

/** What a line of a digest counted that morning. */
export default function DigestItems() {
  const { day, key } = useRouter().params;
  const line = digestLineKeys.find((one) => one === key);
  return (
    <StaffOnly>
      {() => (
        <Page narrow>
          {day && /^\d{4}-\d\d-\d\d$/.test(day) && line ? (
            <Items day={day} line={line} />
          ) : (
            <Empty title="没有找到这一项早报" how="请返回早报，点其中一行进来。" />
          )}
        </Page>
      )}
    </StaffOnly>
  );
}

function Items({ day, line }: { day: string; line: DigestLine }) {
  const query = usePages('digest.items', { day, key: line });
  const { words, unit } = digestWords[line];
  const count = query.data?.count;
  return (
    <>
      <Card title={count === undefined ? words : `${words} ${count}${unit}`}>
        <Text className="digest-second">{dayWords(day)}早上的情况，点开看现在的。</Text>
      </Card>
      <Card>
        <Listed
          query={query}
          rowsOf={({ items }) => items}
          empty={{ title: '那天没有这一项', how: '回到早报看其他项。' }}
        >
          {(item) => <ItemRow key={item.id} item={item} onPress={() => openItem(line, item.id)} />}
        </Listed>
      </Card>
    </>
  );
}

/** A notice stands with how far it has come, as a bar. */
function ItemRow({ item: { name, note, done, total }, onPress }: { item: Item; onPress: () => void }) {
  if (done === undefined || !total) return <Row title={name} note={note} onPress={onPress} />;
  // Not everything is never drawn as all.
  const percent = Math.floor((done / total) * 100);
  return (
    <Press className="digest-item" onPress={onPress}>
      <View className="digest-item-words">
        <Text className="row-title">{name}</Text>
        <Text className="row-arrow">›</Text>
      </View>
      <Text className="digest-second">{`${note}（已办${done}家，共${total}家）`}</Text>
      <View className="bar-line">
        <View className="bar-fill" style={{ width: `${percent}%` }} />
      </View>
    </Press>
  );
}
