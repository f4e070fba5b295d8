import * as v from 'valibot';
import type { Question } from './asking';
import { count, id, text } from './fields';

/** Answers to the form of a notice (回执表), and what is wrong with them: the same on both sides. */

/** Words of one unit's answer, all questions together: a page of answers has to fit into one reply. */
export const MAX_WORDS = 4000;
/** Files of one unit's answer. */
export const MAX_ANSWER_FILES = 20;
/** One name of a list of names. */
export const NAME_MAX = 20;

const file = v.object({ fileKey: id('文件'), name: text('文件名', 120), size: count });
export type AnswerFile = v.InferOutput<typeof file>;

const one = v.union(
  [
    v.number(),
    v.pipe(v.string(), v.maxLength(MAX_WORDS)),
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)),
    v.pipe(v.array(file), v.maxLength(MAX_ANSWER_FILES)),
  ],
  '这一项填写有误',
);

/** By question: a number of people, names, chosen options, a text, files. Nothing stands there of what was left empty. */
export const answers = v.record(id('问题'), one, '请填写回执表');
export type Answer = v.InferOutput<typeof one>;
export type Answers = v.InferOutput<typeof answers>;

type Checked = { answers: Answers; fault: null } | { answers: null; fault: { at: string; message: string } };

/**
 * The answers tidied, in the order of the questions, or what is wrong with the first at fault: `at` is the question's id,
 * or empty where it is about all of them. Used on both sides.
 */
export function checkAnswers(questions: Question[], given: Answers): Checked {
  const tidied: Answers = {};
  const wrong = (at: string, message: string): Checked => ({ answers: null, fault: { at, message } });
  for (const question of questions) {
    const { id: at, label, required } = question;
    const answer = tidy(question, own(given, at));
    if (typeof answer === 'object' && 'fault' in answer) return wrong(at, `“${label}”${answer.fault}`);
    if (answer !== undefined) tidied[at] = answer;
    else if (required) return wrong(at, `请填写“${label}”`);
  }
  if (Object.keys(tidied).length === 0) return wrong('', '请至少填写一项');
  if (typedIn(questions, tidied).length > MAX_WORDS)
    return wrong('', `整张回执表最多${MAX_WORDS}字，长的内容请用文件提交`);
  if (filesIn(tidied).length > MAX_ANSWER_FILES) return wrong('', `整张回执表最多${MAX_ANSWER_FILES}个文件`);
  return { answers: tidied, fault: null };
}

type Tidied = Answer | undefined | { fault: string };

/** Undefined: left empty. */
function tidy(question: Question, answer: Answer | undefined): Tidied {
  if (answer === undefined || answer === '') return undefined;
  switch (question.kind) {
    case 'count':
      return countOf(question.max, answer);
    case 'names':
      return namesOf(question.max, answer);
    case 'choice':
      return choiceOf(question, answer);
    case 'text':
      return textOf(question.max, answer);
    case 'file':
      return filesOf(question.max, answer);
  }
}

function countOf(max: number, answer: Answer): Tidied {
  if (typeof answer !== 'number' || !Number.isInteger(answer)) return { fault: '应为整数' };
  return answer >= 0 && answer <= max ? answer : { fault: `应在0到${max}之间` };
}

function namesOf(max: number, answer: Answer): Tidied {
  if (!isWords(answer)) return { fault: '应为姓名' };
  const names = answer.map((name) => name.trim()).filter(Boolean);
  const long = names.find((name) => name.length > NAME_MAX);
  if (long) return { fault: `一行写一个姓名，每个最多${NAME_MAX}字` };
  if (names.length > max) return { fault: `最多填${max}个姓名` };
  return names.length ? names : undefined;
}

function choiceOf(question: Extract<Question, { kind: 'choice' }>, answer: Answer): Tidied {
  if (!isWords(answer)) return { fault: '应从选项里选' };
  const chosen = question.options.filter((option) => answer.includes(option));
  if (answer.some((option) => !question.options.includes(option))) return { fault: '应从选项里选' };
  if (!question.several && chosen.length > 1) return { fault: '只能选一项' };
  return chosen.length ? chosen : undefined;
}

function textOf(max: number, answer: Answer): Tidied {
  if (typeof answer !== 'string') return { fault: '应为文字' };
  const words = answer.trim();
  if (words.length > max) return { fault: `最多${max}字` };
  return words || undefined;
}

function filesOf(max: number, answer: Answer): Tidied {
  if (!isFiles(answer)) return { fault: '应为文件' };
  if (answer.length > max) return { fault: `最多${max}个文件` };
  const keys = answer.map(({ fileKey }) => fileKey);
  if (new Set(keys).size < keys.length) return { fault: '里同一个文件放了两次' };
  return answer.length ? answer : undefined;
}

const isWords = (answer: Answer): answer is string[] =>
  Array.isArray(answer) && (answer as unknown[]).every((each) => typeof each === 'string');
const isFiles = (answer: Answer): answer is AnswerFile[] =>
  Array.isArray(answer) && (answer as unknown[]).every((each) => typeof each === 'object');

/** Never what every object has by itself. */
const own = (given: Answers, at: string): Answer | undefined =>
  Object.prototype.hasOwnProperty.call(given, at) ? given[at] : undefined;

/** Everything a person typed, a line each: options are the composer's words. */
export const typedIn = (questions: Question[], given: Answers): string =>
  questions
    .map((question) => typedOf(question, given))
    .filter(Boolean)
    .join('\n');

export const typedOf = (question: Question, given: Answers): string =>
  question.kind === 'choice' || question.kind === 'count'
    ? ''
    : showAnswer(question, own(given, question.id));

export const filesIn = (given: Answers): AnswerFile[] =>
  Object.values(given).flatMap((answer) => (typeof answer === 'object' && isFiles(answer) ? answer : []));

/** An answer as it reads in a cell. */
export function showAnswer(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'number') return String(answer);
  if (typeof answer === 'string') return answer;
  const words: string[] = isFiles(answer) ? answer.map(({ name }) => name) : answer;
  return words.join(question.kind === 'file' ? '；' : '、');
}
