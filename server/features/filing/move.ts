import { filingLabels, nextFiling, type FilingEvent, type FilingState } from '@contract/rules/filing';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { filings, type Filing } from '../../stores/filings';

/** The state `event` leads to now; says why when it may not happen. */
export function stateAfter(filing: Filing, event: FilingEvent): FilingState {
  const to = nextFiling(filing.state, event);
  if (to) return to;
  if (!filing.open) throw new AppError('closed', `这份登记${filingLabels[filing.state]}，已经办结，不能再改`);
  throw new AppError(
    'conflict',
    filing.state === 'returned'
      ? '这份登记已退回补正，请等联络员重新提交后再办'
      : '这份登记正在审核，暂时不能修改',
  );
}

/** One conditional update decides who was first; a repeat finds its request on the row. */
export async function moveFiling(
  ctx: Context,
  filing: Filing,
  event: FilingEvent,
  { by, note = '', ...change }: Partial<Filing> & { by: string },
): Promise<void> {
  if (!filing.requests.includes(ctx.requestId)) {
    const entry = { at: ctx.now, event, by, note };
    const state = stateAfter(filing, event);
    const moved = await filings.move(
      filing._id,
      filing.state,
      { ...change, note, state },
      entry,
      ctx.requestId,
    );
    if (!moved && !(await filings.get(filing._id))?.requests.includes(ctx.requestId))
      throw new AppError('conflict');
  }
  ctx.record({ collection: 'filings', subjectId: filing._id, unitId: filing.unitId });
}
