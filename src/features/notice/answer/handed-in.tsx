import { Text, View } from '@tarojs/components';
import { filesIn, showAnswer } from '@contract/answers';
import type { Question } from '@contract/asking';
import { onBehalfWords } from '@contract/jielong';
import { Card } from '@/components/card';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { openFile } from '@/lib/device/file';
import { showAt } from '@/lib/show-time';
import type { Whole } from '../reader';
import { FormHistory } from './form-history';
import './answer.scss';

export type HandedInForm = NonNullable<NonNullable<Whole['receipt']>['handedIn']>;

/** 示例甲于11月23日 09:00填报 */
export const handedInWords = ({ stamp: { at, by, onBehalf } }: HandedInForm): string =>
  onBehalf
    ? `秘书处${onBehalfWords(onBehalf)}，${showAt(at)}${by && `，答复人：${by}`}`
    : `${by}于${showAt(at)}填报`;

interface Props {
  questions: Question[];
  form: HandedInForm;
  urls: Record<string, string>;
}

/** What the unit handed in, by whom and when; its files open. */
export function HandedIn({ questions, form, urls }: Props) {
  const { answers, late, revised, earlier, open } = form;
  return (
    <Card
      title="已交的回执表"
      side={late ? <Tag tone="warning">逾期填报</Tag> : <Tag tone="success">已办</Tag>}
    >
      <Text className="answer-line">
        {handedInWords(form)}
        {revised > 0 ? `，改过${revised}次` : ''}
      </Text>
      {questions.map((question) => {
        const answer = answers[question.id];
        const files = question.kind === 'file' && answer !== undefined ? filesIn({ file: answer }) : [];
        return (
          <View key={question.id} className="answer-pair">
            <Text className="answer-label">{question.label}</Text>
            {files.length === 0 && (
              <Text className="answer-value">{showAnswer(question, answer) || '（未填）'}</Text>
            )}
            {files.map(({ fileKey, name }) => (
              <FileLine key={fileKey} name={name} url={urls[fileKey] ?? ''} />
            ))}
          </View>
        );
      })}
      <FormHistory earlier={earlier} revised={revised} />
      <Text className="answer-line second">
        {open ? '截止前可以修改。' : '截止时间已过，不能再改；确需更正请联系秘书处。'}
      </Text>
    </Card>
  );
}

export const FileLine = ({ name, url }: { name: string; url: string }) =>
  url ? (
    <Press className="answer-file" label={`打开${name}`} onPress={() => void openFile(url, name)}>
      <Text className="answer-file-name">{name} ›</Text>
    </Press>
  ) : (
    <Text className="answer-value">{name}</Text>
  );
