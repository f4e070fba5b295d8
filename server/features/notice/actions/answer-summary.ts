import type { Act } from '../../../kit/act';
import { receipts } from '../../../stores/receipts';
import { askedForm } from '../answers/asked-form';
import { pickOf } from '../answers/fill-in';

/** Rows read in one request, the platform's most. */
const READ = 1000;

/** Sums and choices of all forms that came in, added up from the rows: one request a thousand units. */
export const answerSummary: Act<'notice.answerSummary'> = async (_ctx, { noticeId }) => {
  const { notice, questions } = await askedForm(noticeId);
  const sums = new Map<string, number>();
  const units = new Map<string, number>();
  let answered = 0;
  for (let after: string | undefined; ;) {
    const rows = await receipts.tallies(noticeId, after, READ);
    for (const { tally, picks = [] } of rows) {
      for (const [id, n] of Object.entries(tally ?? {})) sums.set(id, (sums.get(id) ?? 0) + n);
      for (const pick of picks) units.set(pick, (units.get(pick) ?? 0) + 1);
    }
    answered += rows.length;
    after = rows[rows.length - 1]?.place;
    if (rows.length < READ) break;
  }
  return {
    title: notice.title,
    total: notice.counts.total - (notice.counts.left ?? 0),
    answered,
    questions: questions.map((question) => ({
      questionId: question.id,
      label: question.label,
      kind: question.kind,
      several: question.kind === 'choice' && question.several,
      units: units.get(pickOf(question.id)) ?? 0,
      sum: sums.get(question.id) ?? 0,
      options:
        question.kind === 'choice'
          ? question.options.map((label, i) => ({ label, units: units.get(pickOf(question.id, i)) ?? 0 }))
          : [],
    })),
  };
};
