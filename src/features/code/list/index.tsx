import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { CodeView } from '../code-view';
import { IssueCode } from '../issue-code';
import { OPEN_CODE, stateTones, stateWords, untilWords } from '../words';
import '../code.scss';

/** Registration codes: a new one, then all that were issued. */
export default function CodeList() {
  return <StaffOnly right="code.issue">{() => <Codes />}</StaffOnly>;
}

const NOTHING = {};

function Codes() {
  const query = usePages('code.list', NOTHING);
  const { wide } = useWindow();
  const [chosen, setChosen] = useState<string | null>(null);
  useDidShow(() => void query.reload());
  const open = (codeId: string) => (wide ? setChosen(codeId) : go('code.show', { codeId }));
  const issued = (codeId: string) => {
    open(codeId);
    void query.reload();
  };
  const list = (
    <>
      <IssueCode onIssued={issued} />
      <Text className="code-heading">发过的登记码</Text>
      <Listed
        query={query}
        rowsOf={({ codes }) => codes}
        empty={{ title: '还没有发过登记码', how: '在上面生成第一张，发给会员单位扫码登记。' }}
        words="看更早的登记码"
      >
        {({ codeId, unitName, expiresAt, state, uses }) => (
          <Press
            key={codeId}
            className={`card code-item ${codeId === chosen ? 'on' : ''}`}
            onPress={() => open(codeId)}
          >
            <View className="code-line">
              <Text className="code-name">{unitName ?? OPEN_CODE}</Text>
              <Tag tone={stateTones[state]}>{stateWords[state]}</Tag>
            </View>
            <Text className="code-second">
              {untilWords(expiresAt)} · 已登记{uses}人
            </Text>
          </Press>
        )}
      </Listed>
    </>
  );
  return (
    <Page>
      <TwoPanes
        list={list}
        detail={
          chosen ? (
            <CodeView key={chosen} codeId={chosen} onRevoked={() => void query.reload()} />
          ) : (
            <Empty title="请在左边选一张登记码" how="二维码会显示在这里，可以保存或打印。" />
          )
        }
      />
    </Page>
  );
}
