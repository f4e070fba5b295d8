import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Question } from '@contract/asking';
import { showDeadline } from '@contract/rules/calendar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { role } from '@/lib/device/a11y';
import { useQuery, type Query } from '@/lib/use-query';
import type { Whole } from '../reader';
import { useAnswering } from './answering';
import { FormFields } from './form-fields';
import { HandedIn, handedInWords } from './handed-in';

/** The form of a notice (回执表): filling it in, changing it in time, and what was handed in. */
export default function Answer() {
  const { noticeId = '', unitId = '' } = useRouter().params;
  const query = useQuery('notice.get', { noticeId, ...(unitId && { unitId }) });
  const [round, setRound] = useState(0);
  const { data } = query;
  if (data?.view === 'whole' && data.receipt && data.asking.kind === 'form')
    return (
      <Form
        // Begins anew from what stands at the server whenever that is another one; a draft stays.
        key={`${data.receipt.handedIn?.version ?? ''} ${round}`}
        notice={data}
        questions={data.asking.questions}
        query={query}
        receipt={data.receipt}
        onGiveUp={() => setRound(round + 1)}
      />
    );
  return (
    <Page narrow>
      <Async query={query} rows={3}>
        {() => <Empty title="这里没有要您填的回执表" how="请回到“通知”，打开发给您单位的通知。" />}
      </Async>
    </Page>
  );
}

interface FormProps {
  notice: Whole;
  questions: Question[];
  receipt: NonNullable<Whole['receipt']>;
  query: Query<unknown>;
  onGiveUp: () => void;
}

function Form({ notice, questions, receipt, query, onGiveUp }: FormProps) {
  const { noticeId, title, dueAt, dueText, state } = notice;
  // Absent in what an earlier version kept on the device.
  const form = (receipt.handedIn as typeof receipt.handedIn | undefined) ?? null;
  const [changing, setChanging] = useState(false);
  const { unitId, unitName } = receipt;
  const answering = useAnswering({
    noticeId,
    unitId,
    title,
    questions,
    form,
    onChange: async () => {
      setChanging(false);
      await query.reload();
    },
    onGiveUp,
  });
  const { fault, busy, kept, queued, typed, overtaken } = answering;
  const stands = state === 'published';
  const mayFill = stands && (form === null || form.open);
  const filling = mayFill && (form === null || changing || typed || queued);

  const foot = filling ? (
    <>
      {fault && (
        <View className="field-error" {...role('alert')}>
          {fault.message}
        </View>
      )}
      <Button wide busy={busy} disabled={kept || overtaken} onPress={answering.send}>
        {kept ? '已暂存，联网后自动提交' : form ? '提交修改' : '提交回执表'}
      </Button>
    </>
  ) : (
    mayFill && (
      <Button wide kind="plain" onPress={() => setChanging(true)}>
        修改
      </Button>
    )
  );
  return (
    <Page narrow foot={foot || undefined}>
      <Card title={title} side={<Tag tone={form ? 'success' : 'warning'}>{form ? '已办' : dueText}</Tag>}>
        <Text className="answer-line">{unitName}</Text>
        {filling && (
          <Text className="answer-line second">请于{showDeadline(new Date(dueAt), new Date())}前提交</Text>
        )}
      </Card>
      {overtaken && (
        <Card>
          <Text className="answer-line">
            {form
              ? `您填写期间，${handedInWords(form)}。下面是您还没有交的内容。`
              : '您填写期间，已交的回执表被秘书处撤销了。'}
          </Text>
          <View className="answer-acts">
            <Button kind="plain" wide onPress={answering.giveUp}>
              看已交的，放弃我填的
            </Button>
            <Button kind="plain" wide onPress={answering.insist}>
              用我填的替换
            </Button>
          </View>
        </Card>
      )}
      {filling ? (
        <>
          <SavedLine at={answering.savedAt} />
          <Card title="回执表">
            <FormFields
              questions={questions}
              filling={answering.filling}
              at={(id) => (fault?.at === id ? fault.message : undefined)}
              onChange={answering.set}
            />
          </Card>
        </>
      ) : (
        form && <HandedIn questions={questions} form={form} urls={notice.urls} />
      )}
      {!stands && <Empty title="这条通知已撤回或更正，不用再填" how="请回到“通知”查看。" />}
    </Page>
  );
}
