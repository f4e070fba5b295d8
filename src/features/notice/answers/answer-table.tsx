import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { onBehalfWords } from '@contract/jielong';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { Async, Empty } from '@/components/states';
import { go } from '@/lib/go';
import { anchorOf } from '@/lib/scroll-to';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import type { About, Summary } from './collected';

export type AnswerRow = Output<'notice.answers'>['rows'][number];
type Questions = Summary['questions'];

interface Props {
  noticeId: string;
  questions: Questions;
  /** The number whose units are shown; null: everybody who answered. */
  about: About | null;
  onAll: () => void;
}

/** Every unit's answers by region: a table on a wide window, a line a unit on a phone. */
export function AnswerTable({ noticeId, questions, about, onAll }: Props) {
  const { wide } = useWindow();
  const list = usePages('notice.answers', { noticeId, ...(about && { about }) });
  const rows = list.pages.flatMap((page) => page.rows);
  return (
    <View id={anchorOf('answers.answers-list')}>
      <Card title="各单位填报" side={<Text className="sums-note">{aboutWords(questions, about)}</Text>}>
        {about && (
          <Button kind="plain" onPress={onAll}>
            看全部单位
          </Button>
        )}
        <Async query={list}>
          {() =>
            rows.length === 0 ? (
              <Empty title="还没有单位填报" how="联络员填好回执表后，答案会列在这里。" />
            ) : (
              <View className="answers-wide">
                <Paged query={list} className={wide ? 'answers-table' : ''}>
                  {(page) =>
                    wide ? (
                      <WideRows noticeId={noticeId} questions={questions} rows={page.rows} />
                    ) : (
                      page.rows.map((row) => (
                        <Row
                          key={row.unitId}
                          title={row.unitName}
                          note={noteOf(row, questions)}
                          onPress={() => go('notice.answers', { noticeId, unitId: row.unitId })}
                        />
                      ))
                    )
                  }
                </Paged>
              </View>
            )
          }
        </Async>
      </Card>
    </View>
  );
}

function aboutWords(questions: Questions, about: About | null): string {
  const question = questions.find(({ questionId }) => questionId === about?.questionId);
  if (!question) return '全部';
  const option = about?.option === undefined ? undefined : question.options[about.option];
  return option ? `${question.label}：${option.label}` : question.label;
}

/** 西安 · 参会人数 2 · 示例甲、示例乙 · 是否住宿 住: names and longer words speak for themselves. */
const noteOf = (row: AnswerRow, questions: Questions): string =>
  [
    row.region,
    ...questions.flatMap(({ kind, label }, i) => {
      const words = row.cells[i];
      if (!words) return [];
      return [kind === 'names' || kind === 'text' ? words : `${label} ${words}`];
    }),
    ...marksOf(row),
  ].join(' · ');

export const marksOf = ({ late, revised, review, stamp }: AnswerRow): string[] => [
  ...(stamp.onBehalf ? [onBehalfWords(stamp.onBehalf)] : []),
  ...(late ? ['逾期填报'] : []),
  ...(revised ? [`改过${revised}次`] : []),
  ...(review ? ['文字待审核'] : []),
];

function WideRows({
  noticeId,
  questions,
  rows,
}: {
  noticeId: string;
  questions: Questions;
  rows: AnswerRow[];
}) {
  return (
    <>
      <View className="answers-row head">
        {['地区', '单位', ...questions.map(({ label }) => label), '填报'].map((words, i) => (
          <Text key={i} className="answers-cell">
            {words}
          </Text>
        ))}
      </View>
      {rows.map((row) => (
        <Press
          key={row.unitId}
          className="answers-row"
          label={`查看${row.unitName}的回执表`}
          onPress={() => go('notice.answers', { noticeId, unitId: row.unitId })}
        >
          <Text className="answers-cell">{row.region}</Text>
          <Text className="answers-cell">{row.unitName}</Text>
          {row.cells.map((words, i) => (
            <Text key={i} className="answers-cell">
              {words}
            </Text>
          ))}
          <Text className="answers-cell">
            {[`${row.stamp.by} ${showAt(row.stamp.at)}`, ...marksOf(row)].join(' · ')}
          </Text>
        </Press>
      ))}
    </>
  );
}
