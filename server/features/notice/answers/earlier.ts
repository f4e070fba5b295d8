import { showAnswer } from '@contract/answers';
import type { Question } from '@contract/asking';
import type { Output } from '@contract/index';
import type { Earlier, Receipt, Stamp } from '../../../stores/receipts';

/** Forms as they stood before the unit changed them: kept on the row, bounded, and shown as old → new. */

/** Earlier forms of one receipt, and their characters together: a row stays a fraction of what one read may bring. */
const MAX_EARLIER = 5;
const MAX_EARLIER_CHARACTERS = 40_000;

type Changed = Output<'notice.answer'>['handedIn']['earlier'][number];

/** With the form that is about to be changed; the oldest go first when there is no room. */
export function withEarlier({ earlier = [], answered, form }: Receipt): Earlier[] {
  if (!answered || !form) return earlier;
  const kept = [...earlier, { answers: form.answers, stamp: answered }].slice(-MAX_EARLIER);
  while (JSON.stringify(kept).length > MAX_EARLIER_CHARACTERS) kept.shift();
  return kept;
}

/**
 * What each change changed, the newest first: who had handed it in, who changed it, and the questions it is about. `most`:
 * characters of one answer.
 */
export function presentEarlier(
  { earlier = [], answered, form }: Pick<Receipt, 'earlier' | 'answered' | 'form'>,
  questions: Question[],
  showStamp: (stamp: Stamp) => Changed['was'],
  most: number,
): Changed[] {
  if (!answered || !form) return [];
  const cut = (words: string) => (words.length > most ? `${words.slice(0, most)}…` : words);
  const versions = [...earlier, { answers: form.answers, stamp: answered }];
  return earlier
    .map((old, i) => {
      const next = versions[i + 1] ?? old;
      return {
        was: showStamp(old.stamp),
        now: showStamp(next.stamp),
        changes: questions.flatMap((question) => {
          const before = showAnswer(question, old.answers[question.id]);
          const after = showAnswer(question, next.answers[question.id]);
          return before === after ? [] : [{ label: question.label, before: cut(before), after: cut(after) }];
        }),
      };
    })
    .reverse();
}
