import type { Answer, AnswerFile, Answers } from '@contract/answers';
import type { Question } from '@contract/asking';

/** What stands in the field of a question: typed words, chosen options, uploaded files. */
export type Typed = string | string[] | AnswerFile[];
/** By question. */
export type Filling = Record<string, Typed>;

/** Names are typed one a line, or as people write them in a row. */
const BETWEEN_NAMES = /[\n、，,；;]/;

export function toAnswers(questions: Question[], filling: Filling): Answers {
  const answers: Answers = {};
  for (const { id, kind } of questions) {
    const typed = filling[id];
    if (typed === undefined) continue;
    if (kind === 'count' && typeof typed === 'string') {
      if (typed.trim()) answers[id] = /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : typed.trim();
    } else if (kind === 'names' && typeof typed === 'string') answers[id] = typed.split(BETWEEN_NAMES);
    else answers[id] = typed;
  }
  return answers;
}

export const toFilling = (questions: Question[], answers: Answers): Filling =>
  Object.fromEntries(
    questions.flatMap(({ id, kind }) => {
      const answer = answers[id];
      return answer === undefined ? [] : [[id, typedOf(kind, answer)] as const];
    }),
  );

function typedOf(kind: Question['kind'], answer: Answer): Typed {
  if (typeof answer === 'number') return String(answer);
  return kind === 'names' && typeof answer !== 'string' ? (answer as string[]).join('\n') : answer;
}
