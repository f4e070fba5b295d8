import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { Output } from '@contract/index';
import { numberStates, type NumberState } from '@contract/notice-version';
import { shanghaiYear } from '@contract/rules/calendar';
import { Card } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Tag, type Tone } from '@/components/tag';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { StartNumber } from './start-number';
import './numbers.scss';

type Line = Output<'notice.numbers'>['numbers'][number];

const tones: Record<NumberState, Tone> = {
  valid: 'success',
  corrected: 'warning',
  withdrawn: 'danger',
  paper: 'neutral',
  gap: 'neutral',
};

/** Years that can be looked at: this one and those before since the product is there. */
const YEARS = 5;

/** 文号登记簿: every number of a host and year, gaps too. */
export default function Numbers() {
  return <StaffOnly>{(session) => <Register session={session} />}</StaffOnly>;
}

function Register({ session }: { session: Session }) {
  const hosts = session.data?.office.hosts ?? [];
  const now = shanghaiYear(new Date());
  const [hostId, setHostId] = useState(hosts[0]?.id ?? '');
  const [year, setYear] = useState(now);
  const query = usePages('notice.numbers', { hostId, year });
  useDidShow(() => void query.reload());
  const years = Object.fromEntries(
    Array.from({ length: YEARS }, (_, i) => [`y${now - i}`, `${now - i}年`] as const),
  );
  return (
    <Page narrow>
      <Card>
        {hosts.length > 1 && (
          <ChoiceField
            label="发文单位"
            value={hostId}
            choices={Object.fromEntries(hosts.map(({ id, name }) => [id, name]))}
            onChange={setHostId}
          />
        )}
        <ChoiceField
          label="年份"
          value={`y${year}`}
          choices={years}
          onChange={(key) => setYear(Number(key.slice(1)))}
        />
        {query.data && (
          <Text className="numbers-note">{`已用${query.data.last}个号，下一号：${query.data.upcoming}`}</Text>
        )}
      </Card>
      <Card>
        <Listed
          query={query}
          rowsOf={({ numbers }) => numbers}
          empty={{ title: '这一年还没有用过文号', how: '发布“正式文件”时自动取号，登记在这里。' }}
          words="看更早的号"
        >
          {(line) => <NumberLine key={line.n} line={line} />}
        </Listed>
      </Card>
      {session.can('office.edit') && query.data && (
        <StartNumber
          key={`${hostId} ${year}`}
          hostId={hostId}
          year={year}
          last={query.data.last}
          onDone={() => void query.reload()}
        />
      )}
    </Page>
  );
}

function NumberLine({ line: { text, state, notice } }: { line: Line }) {
  const content = (
    <>
      <View className="numbers-top">
        <Text className="numbers-text">{text}</Text>
        <Tag tone={tones[state]}>{numberStates[state]}</Tag>
      </View>
      {notice && <Text className="numbers-title">{notice.title}</Text>}
      <Text className="numbers-note">{notice ? showAt(notice.publishedAt) : notes[state]}</Text>
    </>
  );
  return notice ? (
    <Press className="numbers-line" onPress={() => go('notice.progress', { noticeId: notice.noticeId })}>
      {content}
    </Press>
  ) : (
    <View className="numbers-line">{content}</View>
  );
}

const notes: Partial<Record<NumberState, string>> = {
  paper: '启用登记簿前或线下发的文，这里没有正文',
  gap: '取号后没有发出，此号空缺',
};
