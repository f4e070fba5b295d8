import type { Output } from '@contract/index';
import { documentNumber } from '@contract/rules/number';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { counters, type OnPaper } from '../../../stores/counters';
import { notices, type Notice } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { numberKey, numbersOf } from '../numbering';

/** Numbers a page; a number has two rows only while a correction is taking it over. */
const PAGE = 50;

type Line = Output<'notice.numbers'>['numbers'][number];

/** Every number of a host and year, those without a document too. Four requests however many there are. */
export const numbers: Act<'notice.numbers'> = async (_ctx, { hostId, year, cursor }) => {
  const [office, counter] = await Promise.all([offices.get(), counters.get(numbersOf(year))]);
  const host = office?.hosts.find(({ id }) => id === hostId);
  if (!office || !host) throw new AppError('invalid', '没有这个发文单位', 'hostId');
  const last = counter?.last[hostId] ?? 0;
  const from = cursor === undefined ? last : Number(cursor);
  if (!Number.isInteger(from) || from < 0) throw new AppError('invalid', '翻页位置不正确', 'cursor');
  const to = Math.max(from - PAGE + 1, 1);
  const textOf = (n: number) => documentNumber(policyOf(office), host.short, year, n);
  const found =
    from > 0
      ? await notices.numbered(numberKey(hostId, year, to), numberKey(hostId, year, from), 2 * PAGE)
      : [];
  const byNumber = new Map<number, Notice>();
  for (const notice of found) {
    const n = notice.number?.n ?? 0;
    if (byNumber.get(n)?.state !== 'published') byNumber.set(n, notice);
  }
  const paper = counter?.paper?.[hostId] ?? [];
  const lines = Array.from({ length: Math.max(from - to + 1, 0) }, (_, i) => from - i).map((n) =>
    lineOf(n, textOf(n), byNumber.get(n), paper),
  );
  return { last, upcoming: textOf(last + 1), numbers: lines, next: to > 1 ? String(to - 1) : null };
};

function lineOf(n: number, text: string, notice: Notice | undefined, paper: OnPaper[]): Line {
  if (!notice) {
    const onPaper = paper.some((range) => range.from <= n && n <= range.to);
    return { n, text, state: onPaper ? 'paper' : 'gap', notice: null };
  }
  const { _id, title, publishedAt, state, number, correction } = notice;
  const standing = correction ? ('corrected' as const) : ('valid' as const);
  return {
    n,
    // As the document has it: the pattern may have been changed since.
    text: number?.text ?? text,
    state: state === 'withdrawn' ? 'withdrawn' : standing,
    notice: { noticeId: _id, title, publishedAt: publishedAt.toISOString() },
  };
}
