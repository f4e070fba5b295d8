import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Phone } from '@/components/phone';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { toast } from '@/lib/toast';
import { keptDraft, useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';
import { FilesCard } from './files-card';
import { MembersCard } from './members-card';
import { WechatCard } from './wechat-card';
import { keepsGroups } from './words';

interface Props {
  groupId: string;
  session: Session;
  onRemoved: () => void;
}

export type Group = Output<'group.get'>;

/** What a group is for, who leads it, its WeChat group, files and members of today. */
export function GroupView({ groupId, session, onRemoved }: Props) {
  const query = useQuery('group.get', { groupId });
  const missing = useQuery('group.missing', { groupId });
  useDidShow(() => {
    void query.reload();
    void missing.reload();
  });
  const keeps = keepsGroups(session);
  return (
    <Async query={query}>
      {(group) => (
        <>
          <Head group={group} session={session} keeps={keeps} onRemoved={onRemoved} />
          <Leader group={group} />
          <WechatCard group={group} missing={missing} keeps={keeps} />
          <FilesCard group={group} keeps={keeps} onChanged={() => void query.reload()} />
          <MembersCard groupId={groupId} keeps={keeps} onChanged={() => void missing.reload()} />
        </>
      )}
    </Async>
  );
}

interface HeadProps {
  group: Group;
  session: Session;
  keeps: boolean;
  onRemoved: () => void;
}

function Head({ group, session, keeps, onRemoved }: HeadProps) {
  const { groupId, name, purpose, total } = group;
  const writing = useDraft<{ audience?: object }>('compose', {});
  const write = async () => {
    const begun = keptDraft<{ title?: string }>('compose')?.title;
    const words = `没写完的“${begun ?? ''}”会改为发给“${name}”。`;
    if (begun && !(await confirm('改发送范围？', words, '改'))) return;
    writing.set({ audience: { kind: 'rule', groups: [groupId] } });
    go('notice.compose');
  };
  const remove = async () => {
    const words = `“${name}”将从联络组里删除，已经发出的通知不受影响。`;
    if (!(await confirm('删除这个联络组？', words, '删除'))) return;
    try {
      await change('group.remove', { groupId });
      toast('联络组已删除');
      onRemoved();
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return (
    <Card title={name} side={<Text className="group-total">{total}家单位</Text>}>
      {purpose && <Text className="group-purpose">{purpose}</Text>}
      <View className="group-actions">
        {session.can('notice.publish') && <Button onPress={() => void write()}>给这个组发通知</Button>}
        {keeps && (
          <Button kind="plain" onPress={() => go('group.edit', { groupId })}>
            编辑
          </Button>
        )}
        {keeps && (
          <Button kind="danger" onPress={() => void remove()}>
            删除
          </Button>
        )}
      </View>
    </Card>
  );
}

function Leader({ group: { leader } }: { group: Group }) {
  if (!leader) return null;
  const { unitId, unitName, person, outside } = leader;
  return (
    <Card title="组长" side={outside && <Tag tone="warning">已不在这个组</Tag>}>
      <Text className="group-second">{unitName}</Text>
      {person ? (
        <Phone
          unitId={unitId}
          name={person.name}
          masked={person.phone}
          {...(person.key && { contactKey: person.key })}
        />
      ) : (
        <Text className="group-second">这家单位还没有联络员</Text>
      )}
    </Card>
  );
}
