import { showAnswer } from '@contract/answers';
import type { Question } from '@contract/asking';
import { channels } from '@contract/jielong';
import { shanghaiDay, showTime } from '@contract/rules/calendar';
import { cameLate, receipts, type Receipt } from '../../../stores/receipts';

/** Rows read in one request: forms may be long. */
const READ = 500;

const HEADERS = ['地区', '单位', '状态', '填报人', '填报时间', '填报方式', '修改次数', '最后修改时间'];

/** A unit a row by region, its answers behind it; those that handed in none stand there as well. */
export async function answerTable(
  noticeId: string,
  questions: Question[],
): Promise<{ headers: string[]; rows: string[][] }> {
  const rows: string[][] = [];
  for (let after: string | undefined; ;) {
    const found = await receipts.withForms(noticeId, after, READ);
    for (const receipt of found) rows.push(rowOf(receipt, questions));
    after = found[found.length - 1]?.place;
    if (found.length < READ) break;
  }
  return { headers: [...HEADERS, ...questions.map(({ label }) => label)], rows };
}

function rowOf(receipt: Receipt, questions: Question[]): string[] {
  const { region, unitName, answered, form, closed } = receipt;
  if (!answered || !form) {
    const state = closed === 'left' ? '已退会' : '未填报';
    return [region, unitName, state, '', '', '', '', '', ...questions.map(() => '')];
  }
  const when = `${shanghaiDay(answered.at).slice(0, 4)}年${showTime(answered.at, answered.at)}`;
  return [
    region,
    unitName,
    cameLate(receipt) ? '逾期填报' : '已填报',
    answered.name,
    when,
    answered.channel === 'self'
      ? '联络员填报'
      : `${channels[answered.channel]}代录（${answered.recordedBy?.name ?? ''}）`,
    String(form.revised),
    form.revised > 0 ? when : '',
    ...questions.map((question) => showAnswer(question, form.answers[question.id])),
  ];
}
