import type { Answer } from '@contract/answers';
import type { Asking, Question } from '@contract/asking';
import type { Filled } from '@server/stores/receipts';
import { makeName } from './form';
import type { Random } from './random';

/** A form as a unit would fill it in; nothing where none was asked. */
export function answersOf(asking: Asking, version: string, random: Random): Filled | null {
  if (asking.kind !== 'form') return null;
  const given = asking.questions.flatMap((question): [Question, Answer][] => {
    const answer = answerTo(question, random);
    return answer === null ? [] : [[question, answer]];
  });
  return {
    form: {
      answers: Object.fromEntries(given.map(([{ id }, answer]) => [id, answer])),
      files: {},
      version,
      revised: 0,
      check: 'pass',
    },
    tally: Object.fromEntries(given.map(([{ id }, answer]) => [id, sizeOf(answer)])),
    picks: given.flatMap(([question, answer]) => picksOf(question, answer)),
  };
}

function answerTo(question: Question, random: Random): Answer | null {
  switch (question.kind) {
    case 'count':
      return random.int(1, Math.min(question.max, 3));
    case 'names':
      return random.chance(0.6) ? [makeName(new Set(), random)] : null;
    case 'choice': {
      const chosen = random.shuffle(question.options).slice(0, question.several ? random.int(1, 2) : 1);
      return question.options.filter((option) => chosen.includes(option));
    }
    default:
      return null;
  }
}

const sizeOf = (answer: Answer): number =>
  typeof answer === 'number' ? answer : typeof answer === 'string' ? 1 : answer.length;

const picksOf = (question: Question, answer: Answer): string[] => [
  question.id,
  ...(question.kind === 'choice'
    ? question.options.flatMap((option, i) =>
        (answer as string[]).includes(option) ? [`${question.id}_${i}`] : [],
      )
    : []),
];
