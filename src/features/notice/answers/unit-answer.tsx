import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Async, Empty } from '@/components/states';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import { FormHistory } from '../answer/form-history';
import { FileLine } from '../answer/handed-in';
import { marksOf } from './answer-table';

/** One unit's answers in whole words, with its files. */
export function UnitAnswer({ noticeId, unitId }: { noticeId: string; unitId: string }) {
  const notice = useQuery('notice.get', { noticeId });
  const answers = useQuery('notice.answers', { noticeId, unitId });
  const questions =
    notice.data?.view === 'whole' && notice.data.asking.kind === 'form' ? notice.data.asking.questions : [];
  return (
    <Async query={answers}>
      {({ rows: [row] }) =>
        row ? (
          <Card title={row.unitName}>
            <Text className="answer-line">{notice.data?.title}</Text>
            <Text className="answer-line second">
              {[`${row.stamp.by} ${showAt(row.stamp.at)}`, ...marksOf(row)].join(' · ')}
            </Text>
            {row.stamp.onBehalf?.note && (
              <Text className="answer-line second">备注：{row.stamp.onBehalf.note}</Text>
            )}
            {questions.map(({ id, label }, i) => {
              const files = row.files.filter(({ questionId }) => questionId === id);
              return (
                <View key={id} className="answer-pair">
                  <Text className="answer-label">{label}</Text>
                  {files.length === 0 && (
                    <Text className="answer-value">{row.cells[i] ? row.cells[i] : '（未填）'}</Text>
                  )}
                  {files.map(({ name, url }, j) => (
                    <FileLine key={j} name={name} url={url} />
                  ))}
                </View>
              );
            })}
            <FormHistory earlier={row.earlier} revised={row.revised} />
            {row.stamp.onBehalf && (
              <Button kind="plain" wide onPress={() => go('notice.record', { noticeId, unitId })}>
                查看代录
              </Button>
            )}
          </Card>
        ) : (
          <Empty title="这家单位还没有填报" how="可以在“还差谁”里提醒，或代为录入。" />
        )
      }
    </Async>
  );
}
