import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Phone } from '@/components/phone';
import { Press } from '@/components/press';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { openFile } from '@/lib/device/file';
import { useSession } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import { QrPicture } from '../wechat-card';
import '../group.scss';

/** 我的联络组: the groups the unit is in today, whom to ask, what to read, and how to get into the WeChat group. */
export default function MyGroups() {
  const session = useSession();
  const { acting } = session;
  return (
    <Page narrow>
      <Async query={session}>
        {() =>
          acting.kind === 'seat' ? (
            <Groups key={acting.unitId} unitId={acting.unitId} />
          ) : (
            <Empty title="此页面向联络员开放" how="登记为联络员后，可以在这里看到所在的联络组。" />
          )
        }
      </Async>
    </Page>
  );
}

function Groups({ unitId }: { unitId: string }) {
  const query = useQuery('group.mine', { unitId });
  return (
    <Async query={query}>
      {({ groups }) =>
        groups.length === 0 ? (
          <Empty title="您的单位还不在任何联络组里" how="秘书处把贵单位编入联络组后，会显示在这里。" />
        ) : (
          <>
            {groups.map((group) => (
              <GroupCard key={group.groupId} group={group} />
            ))}
          </>
        )
      }
    </Async>
  );
}

type Mine = Output<'group.mine'>['groups'][number];

function GroupCard({ group: { name, purpose, leader, wechat, joined, files } }: { group: Mine }) {
  return (
    <Card title={name}>
      {purpose && <Text className="group-purpose">{purpose}</Text>}
      {leader && (
        <View className="group-line">
          <Text className="group-second">组长单位：{leader.unitName}</Text>
          {leader.person ? (
            <Phone unitId={leader.unitId} name={leader.person.name} masked={leader.person.phone} />
          ) : (
            <Text className="group-second">组长单位暂时没有联络员，请联系秘书处</Text>
          )}
        </View>
      )}
      {(wechat.name || wechat.how || wechat.qr) && (
        <View className="group-line">
          <Text>微信群{wechat.name && `：${wechat.name}`}</Text>
          {joined && (
            <View>
              <Tag tone="success">您已在群里</Tag>
            </View>
          )}
          {!joined && wechat.how && <Text className="group-second">{wechat.how}</Text>}
          {!joined && wechat.qr && <QrPicture qr={wechat.qr} />}
        </View>
      )}
      {files.map(({ fileId, name: fileName, url }) => (
        <View key={fileId} className="group-file">
          <View className="group-file-words">
            <Text>{fileName}</Text>
          </View>
          {url ? (
            <Press
              className="phone-act"
              label={`打开${fileName}`}
              onPress={() => void openFile(url, fileName)}
            >
              <Text>打开</Text>
            </Press>
          ) : (
            <Text className="group-second">文件已丢失</Text>
          )}
        </View>
      ))}
    </Card>
  );
}
