import type { Question } from '@contract/asking';
import type { Output } from '@contract/index';
import { filesIn, MAX_WORDS, showAnswer } from '@contract/answers';
import { overdue } from '@contract/rules/calendar';
import { cameLate, type Receipt, type Stamp } from '../../../stores/receipts';
import { presentEarlier } from './earlier';

type Row = Output<'notice.answers'>['rows'][number];
type HandedIn = Output<'notice.answer'>['handedIn'];
type Shown = Pick<Receipt, 'answered' | 'form' | 'earlier' | 'dueAt'>;
/** Of a cell in a list; the whole answer stands with the unit. */
const CELL_MAX = 200;
/** Nothing is longer. */
const WHOLE_MAX = MAX_WORDS;

type ShowStamp = (stamp: Stamp) => HandedIn['stamp'];

/** The unit's own form, null where none was handed in. `asks`: the notice still wants it. */
export function presentHandedIn(
  { answered, form, earlier, dueAt }: Shown,
  questions: Question[],
  showStamp: ShowStamp,
  now: Date,
  asks = true,
): HandedIn | null {
  if (!answered || !form) return null;
  return {
    answers: form.answers,
    stamp: showStamp(answered),
    version: form.version,
    late: cameLate({ answered, dueAt }),
    revised: form.revised,
    earlier: presentEarlier({ answered, form, earlier: earlier ?? [] }, questions, showStamp, CELL_MAX),
    open: asks && !overdue(now, dueAt),
  };
}

export function presentAnswer(
  row: Receipt,
  questions: Question[],
  showStamp: ShowStamp,
  urls?: Record<string, string>,
): Row[] {
  const { answered, form, unitId, unitName, region } = row;
  if (!answered || !form) return [];
  const cut = (words: string) => (!urls && words.length > CELL_MAX ? `${words.slice(0, CELL_MAX)}…` : words);
  const files = questions.flatMap(({ id }) => {
    const answer = form.answers[id];
    return answer === undefined ? [] : filesIn({ [id]: answer }).map((file) => ({ ...file, questionId: id }));
  });
  return [
    {
      unitId,
      unitName,
      region,
      stamp: showStamp(answered),
      late: cameLate(row),
      revised: form.revised,
      changedAt: form.revised > 0 ? answered.at.toISOString() : null,
      earlier: urls ? presentEarlier(row, questions, showStamp, WHOLE_MAX) : [],
      review: form.check === 'review',
      cells: questions.map((question) => cut(showAnswer(question, form.answers[question.id]))),
      files: urls
        ? files.map(({ questionId, fileKey, name }) => ({ questionId, name, url: urls[fileKey] ?? '' }))
        : [],
    },
  ];
}
