import { View } from '@tarojs/components';
import type { AnswerFile } from '@contract/answers';
import type { Question } from '@contract/asking';
import { ChoiceField, TextField } from '@/components/field';
import { SeveralField } from '@/components/several-field';
import { anchorOf } from '@/lib/scroll-to';
import type { Filling, Typed } from './filling';
import { FilesField } from './files-field';
import './answer.scss';

interface Props {
  questions: Question[];
  filling: Filling;
  /** What is wrong with the question of this id. */
  at: (id: string) => string | undefined;
  onChange: (id: string, typed: Typed) => void;
}

/** The questions of a form as fields, in their order; for the liaison and for staff who fill in for a unit. */
export const FormFields = ({ questions, filling, at, onChange }: Props) => (
  <View>
    {questions.map((question) => (
      <QuestionField
        key={question.id}
        question={question}
        typed={filling[question.id]}
        error={at(question.id)}
        onChange={(typed) => onChange(question.id, typed)}
      />
    ))}
  </View>
);

interface FieldProps {
  question: Question;
  typed: Typed | undefined;
  error: string | undefined;
  onChange: (typed: Typed) => void;
}

function QuestionField({ question, typed, error, onChange }: FieldProps) {
  const { id, label, required } = question;
  const field = { label, required, error, id: anchorOf(`answers.${id}`) };
  const words = typeof typed === 'string' ? typed : '';
  switch (question.kind) {
    case 'count':
      return (
        <TextField
          {...field}
          value={words}
          keyboard="number"
          placeholder="请填写人数"
          max={5}
          rule={`0至${question.max}人`}
          onChange={onChange}
        />
      );
    case 'names':
      return (
        <TextField
          {...field}
          lines
          value={words}
          placeholder="一行一个姓名，或用顿号分开"
          max={question.max * 21}
          rule={`最多${question.max}个姓名`}
          onChange={onChange}
        />
      );
    case 'text':
      return (
        <TextField
          {...field}
          lines={question.max > 50}
          value={words}
          max={question.max}
          rule={
            words.length > question.max * 0.8 ? `已写${words.length}字，最多${question.max}字` : undefined
          }
          onChange={onChange}
        />
      );
    case 'file':
      return (
        <FilesField {...field} files={(typed ?? []) as AnswerFile[]} max={question.max} onChange={onChange} />
      );
    case 'choice': {
      const choices = Object.fromEntries(question.options.map((option, i) => [String(i), option]));
      const chosen = Array.isArray(typed) ? (typed as string[]) : [];
      const places = question.options.flatMap((option, i) => (chosen.includes(option) ? [String(i)] : []));
      const pick = (keys: string[]) => onChange(keys.flatMap((key) => choices[key] ?? []));
      if (question.several)
        return <SeveralField {...field} rule="可选多项" values={places} choices={choices} onChange={pick} />;
      // Tapped once more, an answer that need not be given is taken away.
      const flip = (key: string) => pick(key === places[0] && !required ? [] : [key]);
      return <ChoiceField {...field} value={places[0] ?? ''} choices={choices} onChange={flip} />;
    }
  }
}
