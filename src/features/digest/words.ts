import { showDay } from '@contract/rules/calendar';
import type { DigestLine } from '@contract/rules/digest';
import { go } from '@/lib/go';

/** 11月23日（周一） from `2026-11-23`. */
export const dayWords = (day: string): string => showDay(new Date(`${day}T00:00:00.000Z`), new Date());

/** The list behind a line: of that morning, or who is stuck now. */
export function openLine(day: string, key: DigestLine): void {
  if (key === 'several' || key === 'unreachable') go('digest.stuck', { show: key });
  else go('digest.items', { day, key });
}

const things: Partial<Record<DigestLine, (id: string) => void>> = {
  drafts: () => go('notice.drafts', { shelf: 'review' }),
  filings: (filingId) => go('filing.review', { filingId }),
  corrections: (correctionId) => go('record.review', { correctionId }),
  handovers: (handoverId) => go('handover.view', { handoverId }),
};
/** Lines that count notices. */
export const NOTICES: DigestLine[] = ['overdue', 'dueSoon', 'ended', 'published', 'withdrawn', 'done'];

/** What one item of a line opens. */
export function openItem(key: DigestLine, id: string): void {
  const own = things[key];
  if (own) own(id);
  else if (NOTICES.includes(key)) go('notice.progress', { noticeId: id });
  else go('unit.file', { unitId: id });
}
