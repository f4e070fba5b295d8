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
import { dropPending, flush, pending } from '@/lib/queue';
import { scanCode } from '@/lib/scan-code';
import { actAs, choiceOf, useSession } from '@/lib/session';
import { useSignal } from '@/lib/signal';

/** Who I am, whom I act for, what is still kept on this device, and settings. */
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
                  note={`联络员 · ${seatKinds[kind]}`}
                  side={on(unitId)}
                  onPress={() => actAs(unitId)}
                />
              ))}
              {!person?.staff && !person?.seats.length && <Text>您还没有登记为联络员。</Text>}
            </Card>
            <Kept />
            <Card title="登记">
              <Row title="我的登记" note="查看进度，按要求补正" onPress={() => go('filing.mine')} />
              <Row title="扫登记码" note="为另一家单位登记也从这里开始" onPress={() => void scanCode()} />
            </Card>
            {session.can('office.edit') && (
              <Card title="秘书处">
                <Row title="协会设置" note="制度模板和主办方名称" onPress={() => go('office.setUp')} />
              </Card>
            )}
            <Card title="设置">
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

/** What was done without a network and the server does not have yet. */
function Kept() {
  const list = useSignal(pending);
  if (list.length === 0) return null;
  return (
    <Card title="已暂存，联网后自动提交">
      {list.map(({ requestId, label, refused }) => (
        <Row
          key={requestId}
          title={label}
          note={refused ?? '等待网络'}
          side={refused ? '删除' : '现在提交'}
          onPress={() => (refused ? dropPending(requestId) : void flush())}
        />
      ))}
    </Card>
  );
}
