import type { Output } from '@contract/index';
import { isDone } from '@contract/rules/receipt';
import { recallAll } from '@/lib/cache';

type Item = Output<'notice.inbox'>['notices'][number];

/** Notices of the unit this device has seen, in lists or opened, whose title or number holds the words; newest first. */
export function seenBefore(unitId: string, search: string): Item[] {
  const words = folded(search);
  const listed = recallAll<Output<'notice.inbox'>>('notice.inbox', `"unitId":"${unitId}"`).flatMap(
    ({ notices }) => notices,
  );
  const opened = recallAll<Output<'notice.get'>>('notice.get').flatMap((one) => itemOf(one, unitId));
  const byId = new Map([...listed, ...opened].reverse().map((one) => [one.noticeId, one]));
  return [...byId.values()]
    .filter(({ title, number }) => folded(`${title} ${number ?? ''}`).includes(words))
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
}

function itemOf(notice: Output<'notice.get'>, unitId: string): Item[] {
  if (notice.view !== 'whole' || notice.receipt?.unitId !== unitId) return [];
  const { noticeId, title, number, hostName, publishedAt, dueText, asking, receipt, withdrawn, newer } =
    notice;
  const { state, turn } = receipt;
  const closed = withdrawn ? 'withdrawn' : newer ? 'corrected' : null;
  const waiting = !closed && !isDone(asking.kind, state);
  return [
    {
      noticeId,
      title,
      number,
      hostName,
      publishedAt,
      dueText,
      ask: asking.kind,
      state,
      waiting,
      closed,
      turn,
    },
  ];
}

/** As the server looks: width, case, spaces and the kind of brackets make no difference. */
const folded = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace(/[[〔【［]/g, '(')
    .replace(/[\]〕】］]/g, ')')
    .toLowerCase();
