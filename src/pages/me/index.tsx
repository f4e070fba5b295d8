import { useDidShow } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { seatKinds } from '@contract/me';
import { roles as roleNames } from '@contract/rules/rights';
import { Card, Row } from '@/components/card';
import { Page } from '@/components/page';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { setLargeText, useLargeText } from '@/lib/large-text';
import { actAs, choiceOf, seatWords, useSession } from '@/lib/session';
import { OfficeEntries, RegistrationEntries, SeatEntries } from './entries';
import { Kept } from './kept';

/** Who I am, whom I act for, what is still kept on this device, what belongs to that role, and settings. */
export default function MePage() {
  const session = useSession();
  const large = useLargeText();
  useDidShow(() => void session.reload());
  const { acting } = session;
  const on = (choice: string) => (choiceOf(acting) === choice ? <Tag tone="accent">当前身份</Tag> : '切换');
  return (
    <Page tab="me">
      <Async query={session}>
        {({ person }) => (
          <>
            <Card title={person?.name || '您好'}>
              {person?.staff && (
                <Row
                  title={`秘书处 · ${roleNames[person.staff.role]}`}
                  side={on('staff')}
                  onPress={() => actAs('staff')}
                />
              )}
              {person?.seats.map(({ unitId, unitName, kind }) => (
                <Row
                  key={unitId}
                  title={unitName}
                  note={session.me?.seatNames?.[kind] ?? seatKinds[kind]}
                  side={on(unitId)}
                  onPress={() => actAs(unitId)}
                />
              ))}
              {person?.proxies.map(({ proxyId, unitId, unitName, to }) => (
                <Row
                  key={proxyId}
                  title={unitName}
                  note={seatWords(session.me, unitId, to)}
                  side={on(unitId)}
                  onPress={() => actAs(unitId)}
                />
              ))}
              {!person?.staff && !person?.seats.length && !person?.proxies.length && (
                <Text>您还没有登记为联络员。</Text>
              )}
            </Card>
            <Kept />
            {acting.kind === 'staff' && <OfficeEntries can={session.can} />}
            {acting.kind === 'seat' && !acting.until && <SeatEntries />}
            <RegistrationEntries />
            <Card title="设置">
              {person && (
                <Row
                  title="个人信息"
                  note="谁看过我的手机号、我的全部资料、撤回同意"
                  onPress={() => go('privacy.mine')}
                />
              )}
              <Row
                title="关怀模式"
                note="字更大、行更宽"
                side={large ? '已打开' : '已关闭'}
                onPress={() => setLargeText(!large)}
              />
              {!person?.staff && <Row title="我是秘书处工作人员" onPress={() => go('office.claim')} />}
            </Card>
          </>
        )}
      </Async>
    </Page>
  );
}
