import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { roles } from '@contract/rules/rights';
import { Row } from '@/components/card';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import type { Session } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import { useWindow } from '@/lib/use-window';
import { Invitations } from '../invitations';
import { MemberView } from '../member-view';
import '../staff.scss';

const NOTHING = {};

/** Who works in the secretariat; whoever manages it also invites. */
export default function StaffList() {
  return <StaffOnly>{(session) => <Staff session={session} />}</StaffOnly>;
}

type Member = Output<'staff.list'>['staff'][number];

function Staff({ session }: { session: Session }) {
  const query = useQuery('staff.list', NOTHING);
  const { wide } = useWindow();
  const [chosen, setChosen] = useState<string | null>(null);
  useDidShow(() => void query.reload());
  const manages = session.can('staff.manage');
  const member = query.data?.staff.find(({ staffId }) => staffId === chosen);
  const open = (staffId: string) => (wide ? setChosen(staffId) : go('staff.member', { staffId }));
  const list = (
    <>
      <Async query={query}>
        {({ staff }) => (
          <View>
            {staff.map((one) => (
              <Item
                key={one.staffId}
                member={one}
                on={one.staffId === chosen}
                onPress={manages ? () => open(one.staffId) : undefined}
              />
            ))}
          </View>
        )}
      </Async>
      <View className="card">
        <Row title="各岗位的权限" note="一张表看清谁能做什么" onPress={() => go('staff.rights')} />
      </View>
      {manages && <Invitations office={session.me?.office.name ?? ''} />}
    </>
  );
  if (!manages) return <Page narrow>{list}</Page>;
  return (
    <Page>
      <TwoPanes
        list={list}
        detail={
          member ? (
            <MemberView
              key={member.staffId}
              member={member}
              onChanged={() => {
                void query.reload();
                void session.reload();
              }}
            />
          ) : (
            <Empty title="请在左边选一位工作人员" how="可以调整岗位，或移出秘书处。" />
          )
        }
      />
    </Page>
  );
}

function Item({ member, on, onPress }: { member: Member; on: boolean; onPress: (() => void) | undefined }) {
  const { name, role, since, you } = member;
  const content = (
    <>
      <View className="staff-line">
        <Text className="staff-name">
          {name}
          {you && '（您）'}
        </Text>
        <Tag tone={role === 'admin' ? 'accent' : 'neutral'}>{roles[role]}</Tag>
      </View>
      {since && <Text className="staff-second">{showAt(since)}加入</Text>}
    </>
  );
  return onPress ? (
    <Press className={`card staff-item ${on ? 'on' : ''}`} onPress={onPress}>
      {content}
    </Press>
  ) : (
    <View className="card">{content}</View>
  );
}
