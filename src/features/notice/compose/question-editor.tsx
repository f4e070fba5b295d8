import { Text, View } from '@tarojs/components';
import { MAX_QUESTIONS, questionKinds, type Question, type QuestionKind } from '@contract/asking';
import { Button } from '@/components/button';
import { Check } from '@/components/check';
import { ChoiceField, TextField } from '@/components/field';
import { Press } from '@/components/press';
import { role } from '@/lib/device/a11y';
import { anchorOf } from '@/lib/scroll-to';
import './question-editor.scss';

interface Props {
  questions: Question[];
  /** Sentence about this field, when it is the one at fault: `asking.questions.<n>`. */
  at: (field: string) => string | undefined;
  onChange: (questions: Question[]) => void;
}

const kinds = Object.keys(questionKinds) as QuestionKind[];

const hints: Record<QuestionKind, string> = {
  count: '如：参会人数',
  names: '如：参会人员姓名',
  choice: '如：是否住宿',
  text: '如：其他要求',
  file: '如：盖章的报名表',
};

/** What is asked most often, ready to stay or to be changed. */
const labels: Record<QuestionKind, string> = {
  count: '参加人数',
  names: '参加人员姓名',
  choice: '',
  text: '',
  file: '',
};

/** What the number says of each kind; choices have none. */
const most: Record<Exclude<QuestionKind, 'choice'>, string> = {
  count: '最多几人',
  names: '最多几个姓名',
  text: '最多几个字',
  file: '最多几个文件',
};

/** Asks what the form of a notice (回执表) asks: each question with its kind, words, order and limits. */
export function QuestionEditor({ questions, at, onChange }: Props) {
  const put = (i: number, ...some: Question[]) =>
    onChange([...questions.slice(0, i), ...some, ...questions.slice(i + 1)]);
  const move = (i: number, by: -1 | 1) => {
    const [a, b] = [questions[i], questions[i + by]];
    if (a && b) onChange(questions.map((one, j) => (j === i ? b : j === i + by ? a : one)));
  };
  return (
    <View className="field" id={anchorOf('asking.questions')}>
      {questions.map((question, i) => (
        <View key={question.id} className="question" id={anchorOf(`asking.questions.${i}`)}>
          <View className="question-head">
            <Text className="question-name">
              问题{i + 1} · {questionKinds[question.kind]}
            </Text>
            {i > 0 && <Tool words="上移" label={`上移问题${i + 1}`} onPress={() => move(i, -1)} />}
            {i < questions.length - 1 && (
              <Tool words="下移" label={`下移问题${i + 1}`} onPress={() => move(i, 1)} />
            )}
            <Tool words="删除" label={`删除问题${i + 1}`} onPress={() => put(i)} />
          </View>
          <QuestionFields question={question} onChange={(changed) => put(i, changed)} />
          <Wrong words={at(`asking.questions.${i}`)} />
        </View>
      ))}
      <Wrong words={at('asking.questions')} />
      <Text className="field-label">{questions.length ? '再加一个问题' : '添加问题'}</Text>
      {questions.length < MAX_QUESTIONS ? (
        <View className="chips">
          {kinds.map((kind) => (
            <Button key={kind} kind="plain" onPress={() => onChange([...questions, fresh(kind, questions)])}>
              {`＋ ${questionKinds[kind]}`}
            </Button>
          ))}
        </View>
      ) : (
        <Text className="field-rule">回执表最多{MAX_QUESTIONS}个问题</Text>
      )}
    </View>
  );
}

function QuestionFields({ question, onChange }: { question: Question; onChange: (one: Question) => void }) {
  return (
    <>
      <TextField
        label="问什么"
        value={question.label}
        placeholder={hints[question.kind]}
        max={60}
        onChange={(label) => onChange({ ...question, label })}
      />
      {question.kind === 'choice' ? (
        <Options question={question} onChange={onChange} />
      ) : (
        <TextField
          label={most[question.kind]}
          value={question.max ? String(question.max) : ''}
          keyboard="number"
          max={4}
          onChange={(typed) => onChange({ ...question, max: Number(typed.replace(/\D/g, '')) })}
        />
      )}
      <Check checked={question.required} onChange={(required) => onChange({ ...question, required })}>
        <Text>必填</Text>
      </Check>
    </>
  );
}

type Choice = Extract<Question, { kind: 'choice' }>;

function Options({ question, onChange }: { question: Choice; onChange: (one: Choice) => void }) {
  const { options, several } = question;
  const set = (i: number, ...words: string[]) =>
    onChange({ ...question, options: [...options.slice(0, i), ...words, ...options.slice(i + 1)] });
  return (
    <>
      {options.map((option, i) => (
        <View key={i} className="question-option">
          <View className="question-words">
            <TextField label={`选项${i + 1}`} value={option} max={40} onChange={(words) => set(i, words)} />
          </View>
          {options.length > 2 && <Tool words="删除" label={`删除选项${i + 1}`} onPress={() => set(i)} />}
        </View>
      ))}
      {options.length < 20 && (
        <Button kind="plain" onPress={() => set(options.length, '')}>
          ＋ 选项
        </Button>
      )}
      <View className="question-several">
        <ChoiceField
          label="可以选几项"
          value={several ? 'several' : 'one'}
          choices={{ one: '只选一项', several: '可选多项' }}
          onChange={(how) => onChange({ ...question, several: how === 'several' })}
        />
      </View>
    </>
  );
}

const Wrong = ({ words }: { words: string | undefined }) => (
  <View className="question-wrong">
    {words && (
      <View className="field-error" {...role('alert')}>
        {words}
      </View>
    )}
  </View>
);

const Tool = ({ words, label, onPress }: { words: string; label: string; onPress: () => void }) => (
  <Press className="question-tool" label={label} onPress={onPress}>
    <Text>{words}</Text>
  </Press>
);

/** Of a form not published yet, so a number that was free again may be taken. */
function fresh(kind: QuestionKind, others: Question[]): Question {
  const numbers = others.map(({ id }) => Number(id.slice(1)) || 0);
  const usual = labels[kind];
  const label = others.some((one) => one.label === usual) ? '' : usual;
  const base = { id: `q${Math.max(0, ...numbers) + 1}`, label, required: true };
  switch (kind) {
    case 'count':
      return { ...base, kind, max: 20 };
    case 'names':
      return { ...base, kind, max: 20 };
    case 'choice':
      return { ...base, kind, several: false, options: ['', ''] };
    case 'text':
      return { ...base, kind, required: false, max: 500 };
    case 'file':
      return { ...base, kind, max: 3 };
  }
}
