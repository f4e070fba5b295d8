import type { Question } from '@contract/asking';
import {
  checkAnswers,
  filesIn,
  typedIn,
  typedOf,
  type Answer,
  type AnswerFile,
  type Answers,
} from '@contract/answers';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import type { Filled, HandedIn } from '../../../stores/receipts';
import { uploads } from '../../../stores/uploads';

/**
 * What a form leaves on the row, or an error that names the question. `known`: the form that stands there, whose files
 * another seat of the unit may have uploaded. Words are looked at when their author hands them in (decision D10).
 */
export async function fillIn(
  ctx: Context,
  questions: Question[],
  given: Answers,
  known: () => Promise<HandedIn | null>,
): Promise<Filled> {
  const { answers, fault } = checkAnswers(questions, given);
  if (!answers) throw new AppError('invalid', fault.message, fault.at ? `answers.${fault.at}` : 'answers');
  const files = await readyFiles(ctx.caller.openid, questions, answers, known);
  const check = await checkWords(ctx.caller.openid, questions, answers);
  return {
    form: { answers, files, version: ctx.requestId, revised: 0, check },
    tally: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, sizeOf(answer)])),
    picks: questions.flatMap((question) => picksOf(question, answers[question.id])),
  };
}

/** A list of the units that answered this question, or chose this option of it. */
export const pickOf = (questionId: string, option?: number): string =>
  option === undefined ? questionId : `${questionId}_${option}`;

const sizeOf = (answer: Answer): number => {
  if (typeof answer === 'number') return answer;
  return typeof answer === 'string' ? 1 : answer.length;
};

function picksOf(question: Question, answer: Answer | undefined): string[] {
  if (answer === undefined || answer === 0) return [];
  if (question.kind !== 'choice') return [pickOf(question.id)];
  const chosen = answer as string[];
  const places = question.options.flatMap((option, i) => (chosen.includes(option) ? [i] : []));
  return [pickOf(question.id), ...places.map((i) => pickOf(question.id, i))];
}

/** File ids by key. A foreign or unchecked key would open a foreign file. At most two requests, none without files. */
async function readyFiles(
  openid: string,
  questions: Question[],
  answers: Answers,
  known: () => Promise<HandedIn | null>,
): Promise<Record<string, string>> {
  const keys = filesIn(answers).map(({ fileKey }) => fileKey);
  if (keys.length === 0) return {};
  const [found, before] = await Promise.all([uploads.byKeys(keys), known()]);
  const ready = new Map(
    found.flatMap(({ _id, owner, use, fileId }) =>
      fileId && (use === 'attachment' || use === 'picture') && (owner === openid || before?.files[_id])
        ? [[_id, fileId] as const]
        : [],
    ),
  );
  const files: Record<string, string> = {};
  for (const { id, kind, label } of questions) {
    if (kind !== 'file') continue;
    for (const { fileKey } of (answers[id] ?? []) as AnswerFile[]) {
      const fileId = ready.get(fileKey);
      if (!fileId)
        throw new AppError('invalid', `“${label}”里有文件没有上传成功，请删掉后重新添加`, `answers.${id}`);
      files[fileKey] = fileId;
    }
  }
  return files;
}

/** All words in one call; only when something is wrong question by question, to name it. */
async function checkWords(
  openid: string,
  questions: Question[],
  answers: Answers,
): Promise<'pass' | 'review'> {
  try {
    return await checkText(openid, typedIn(questions, answers), 'answers', 'forum', '回执表');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const question of questions)
      await checkText(openid, typedOf(question, answers), `answers.${question.id}`, 'forum', '回执表');
    throw error;
  }
}
