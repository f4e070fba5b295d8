import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Listed } from '@/components/listed';
import { Phone } from '@/components/phone';
import { Press } from '@/components/press';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { toast } from '@/lib/toast';
import { usePages } from '@/lib/use-pages';
import { LeaversList } from './leavers-list';

const tabs = { missing: '还没进群', all: '全部成员', leavers: '请移出群' };
type Show = keyof typeof tabs;

interface Props {
  groupId: string;
  keeps: boolean;
  onChanged: () => void;
}

/** Members of today with whether their liaison is in the WeChat group, and who is to be moved out of it. */
export function MembersCard({ groupId, keeps, onChanged }: Props) {
  const [show, setShow] = useState<Show>('missing');
  return (
    <Card title="成员">
      <Tabs value={show} tabs={tabs} onChange={setShow} />
      {show === 'leavers' ? (
        <LeaversList groupId={groupId} keeps={keeps} />
      ) : (
        <Members key={show} groupId={groupId} show={show} keeps={keeps} onChanged={onChanged} />
      )}
    </Card>
  );
}

function Members({ groupId, show, keeps, onChanged }: Props & { show: 'missing' | 'all' }) {
  const query = usePages('group.members', { groupId, show });
  /** Taps since the list was fetched; a reload at each would take the reader back to the first page. */
  const [taps, setTaps] = useState<Record<string, boolean>>({});
  const [busy, setBusy] = useState(false);
  const mark = async (unitId: string, joined: boolean) => {
    try {
      await change('group.mark', { groupId, unitIds: [unitId], joined });
      setTaps((was) => ({ ...was, [unitId]: joined }));
      onChanged();
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  const markAll = async () => {
    const words = '组里每家单位今天的联络员都会记为已进群，之后可以逐家改回。';
    if (!(await confirm('全部记为已进群？', words, '全部'))) return;
    setBusy(true);
    try {
      let marked = 0;
      for (let cursor: string | undefined; ;) {
        const reply = await change('group.markAll', { groupId, ...(cursor && { cursor }) });
        marked += reply.marked;
        if (!reply.next) break;
        cursor = reply.next;
      }
      toast(`已记下${marked}家`);
      setTaps({});
      await query.reload();
      onChanged();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const some = query.pages.some(({ members }) => members.length > 0);
  return (
    <>
      {keeps && show === 'missing' && some && (
        <View className="group-actions">
          <Button kind="plain" busy={busy} onPress={() => void markAll()}>
            全部记为已进群
          </Button>
        </View>
      )}
      <Listed
        query={query}
        rowsOf={({ members }) => members}
        empty={
          show === 'missing'
            ? { title: '没有还没进群的单位', how: '新符合条件的单位和换了联络员的单位会列在这里。' }
            : { title: '组里现在没有单位', how: '请在“编辑”里选条件或单位。' }
        }
        words="看更多单位"
      >
        {(member) => (
          <Member
            key={member.unitId}
            member={member}
            joined={taps[member.unitId] ?? member.joinedAt !== null}
            {...(keeps && { onMark: (joined: boolean) => void mark(member.unitId, joined) })}
          />
        )}
      </Listed>
    </>
  );
}

interface MemberProps {
  member: Output<'group.members'>['members'][number];
  joined: boolean;
  onMark?: (joined: boolean) => void;
}

function Member({ member: { unitId, unitName, region, person }, joined, onMark }: MemberProps) {
  return (
    <View className="group-member">
      <View className="group-member-words">
        <Text>{unitName}</Text>
        <Text className="group-second">{region}</Text>
        {person ? (
          <Phone
            unitId={unitId}
            name={person.name}
            masked={person.phone}
            {...(person.key && { contactKey: person.key })}
          />
        ) : (
          <Text className="group-missing">还没有联络员</Text>
        )}
      </View>
      {joined && <Tag tone="success">已进群</Tag>}
      {person && onMark && (
        <Press
          className="phone-act"
          label={joined ? `${unitName}改为没进群` : `${unitName}记为已进群`}
          onPress={() => onMark(!joined)}
        >
          <Text>{joined ? '改回' : '记为已进群'}</Text>
        </Press>
      )}
    </View>
  );
}
