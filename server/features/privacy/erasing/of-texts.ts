import type { Answer, Answers } from '@contract/answers';
import { erasures } from '../../../stores/erasures';
import { handovers } from '../../../stores/handovers';
import { receipts, type Receipt } from '../../../stores/receipts';
import { eachOf } from '../each-of';
import { redact, same, type Traces } from './traces';

/**
 * Words others wrote that may hold the person's number or addresses: what the units answered, notes of entries made for
 * them, reasons of handovers and of the request itself. The sentences stay, the numbers and addresses go.
 */
export async function eraseOfTexts(openid: string, traces: Traces): Promise<void> {
  if (traces.secrets.length === 0) return;
  for (const unitId of traces.unitIds)
    for await (const receipt of eachOf(100, (before) => receipts.wordsOf(unitId, before, 100)))
      await eraseOfReceipt(receipt, traces);
  for (const side of ['leaver', 'successor'] as const)
    for (const { _id, state, reason, history } of await handovers.ofPerson(openid, side, 100)) {
      const silent = history.map((entry) => ({ ...entry, note: redact(entry.note, traces) }));
      const change = { reason: redact(reason, traces), history: silent };
      if (!same({ reason, history }, change)) await handovers.reword(_id, state, change);
    }
  for (const { _id, reason, note } of await erasures.ofPerson(openid, 100)) {
    const change = { reason: redact(reason, traces), note: redact(note, traces) };
    if (!same({ reason, note }, change)) await erasures.reword(_id, change);
  }
}

type Words = Pick<Receipt, '_id' | 'form' | 'opened' | 'confirmed' | 'answered'>;

async function eraseOfReceipt({ _id, form, ...stamps }: Words, traces: Traces): Promise<void> {
  if (form) {
    const answers = silentAnswers(form.answers, traces);
    if (!same(form.answers, answers)) await receipts.rewordForm(_id, form.version, answers);
  }
  for (const key of ['opened', 'confirmed', 'answered'] as const)
    for (const part of ['note', 'name'] as const) {
      const words = stamps[key]?.[part];
      const silent = words && redact(words, traces);
      if (words && silent !== undefined && silent !== words)
        await receipts.rewordStamp(_id, `${key}.${part}`, words, silent);
    }
}

const silentAnswers = (answers: Answers, traces: Traces): Answers =>
  Object.fromEntries(Object.entries(answers).map(([question, one]) => [question, silentAnswer(one, traces)]));

function silentAnswer(answer: Answer, traces: Traces): Answer {
  if (typeof answer === 'string') return redact(answer, traces);
  if (!Array.isArray(answer)) return answer;
  return answer.map((one) =>
    typeof one === 'string' ? redact(one, traces) : { ...one, name: redact(one.name, traces) },
  ) as Answer;
}
