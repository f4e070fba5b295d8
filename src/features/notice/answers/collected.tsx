import { useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Input, Output } from '@contract/index';
import { Bars } from '@/components/bars';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Async } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { deliver } from '@/lib/device/deliver';
import { go } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { AnswerTable } from './answer-table';
import { QuestionSums } from './question-sums';
import './answers.scss';

export type Summary = Output<'notice.answerSummary'>;
export type About = NonNullable<Input<'notice.answers'>['about']>;

/** Numbers on top; a tap on one shows below the units behind it. */
export function Collected({ noticeId, mayExport }: { noticeId: string; mayExport: boolean }) {
  const summary = useQuery('notice.answerSummary', { noticeId });
  const [about, setAbout] = useState<About | null>(null);
  const show = (wanted: About | null) => {
    setAbout(wanted);
    scrollToField('answers.answers-list');
  };
  return (
    <Async query={summary}>
      {(data) => (
        <>
          <Card title={data.title}>
            <Bars
              rows={[
                { label: '已填报', value: data.answered, total: data.total, onPress: () => show(null) },
                {
                  label: '还差',
                  value: Math.max(0, data.total - data.answered),
                  total: data.total,
                  onPress: () => go('notice.progress', { noticeId }),
                },
              ]}
            />
            {mayExport && <Download noticeId={noticeId} />}
          </Card>
          <View className="sums">
            {data.questions.map((question) => (
              <QuestionSums
                key={question.questionId}
                question={question}
                answered={data.answered}
                onShow={show}
              />
            ))}
          </View>
          <AnswerTable
            noticeId={noticeId}
            questions={data.questions}
            about={about}
            onAll={() => setAbout(null)}
          />
        </>
      )}
    </Async>
  );
}

/** After a lost answer the same request is sent again and gives the same file. */
function Download({ noticeId }: { noticeId: string }) {
  const [busy, setBusy] = useState(false);
  const requestId = useRef('');
  const start = async () => {
    setBusy(true);
    requestId.current ||= newRequestId();
    try {
      const file = await change('report.answers', { noticeId }, requestId.current);
      requestId.current = '';
      await deliver(file);
    } catch (error) {
      if (!CallError.offline(error)) requestId.current = '';
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <View className="sums-download">
      <Button wide busy={busy} onPress={() => void start()}>
        {busy ? '正在导出…' : '下载 Excel'}
      </Button>
      <Text className="sums-note">全部单位一行一家，没填的也列出；表头注明导出人和时间。</Text>
    </View>
  );
}
