import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { page } from '../../../kit/pages';
import { receipts, type Stamp } from '../../../stores/receipts';
import { askedForm } from '../answers/asked-form';
import { pickOf } from '../answers/fill-in';
import { presentAnswer } from '../answers/present';
import { presentStamp } from '../present';

/** Rows a page: with cells cut short about 100 KB at the very most for usual forms. */
const PAGE = 50;
const forStaff = (stamp: Stamp) => presentStamp(stamp, true);

/** 回执表 by region, a unit a row; one unit alone comes whole and with addresses of its files. */
export const answers: Act<'notice.answers'> = async (_ctx, { noticeId, unitId, about, cursor }) => {
  const { questions } = await askedForm(noticeId);
  if (unitId) {
    const [row] = await receipts.ofUnits(noticeId, [unitId]);
    const urls = await fileUrls(Object.keys(row?.form?.files ?? {}));
    return { rows: row ? presentAnswer(row, questions, forStaff, urls) : [], next: null };
  }
  const pick = about && pickOf(about.questionId, about.option);
  const found = page(await receipts.answers(noticeId, pick, cursor, PAGE + 1), PAGE, ({ place }) => place);
  return { rows: found.rows.flatMap((row) => presentAnswer(row, questions, forStaff)), next: found.next };
};
