import { nextFiling } from '@contract/rules/filing';
import type { HandoverReader } from '@contract/rules/handover';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { endOf } from '../../../kit/handing-over';
import { transact, type Tx } from '../../../kit/table';
import { codes } from '../../../stores/codes';
import { filings } from '../../../stores/filings';
import { handovers, type Handover } from '../../../stores/handovers';
import { mayCancel } from '../may';
import { mustBeParty } from '../find';
import { presentTurn } from '../say-word';

const NOTE = '交接已撤销';

/** Handover and the successor's registration end together; the code the leaver gave out is no longer good. */
export const cancel: Act<'handover.cancel'> = async (ctx, { handoverId }) => {
  const done = await transact(async (tx) => {
    const { handover, reader } = mustBeParty(await handovers.getIn(tx, handoverId), ctx.caller);
    if (handover.requests.includes(ctx.requestId)) return handover;
    const ended = endOf(handover, 'cancel');
    if (!ended) throw new AppError('closed', '这次交接已经办结，不能撤销');
    mustBeAllowed(handover, reader, ctx);
    const entry = { at: ctx.now, event: 'cancel', by: ctx.caller.person?.name ?? '', note: '' };
    await handovers.moveIn(tx, handoverId, ended, entry, ctx.requestId);
    if (handover.filingId) await endFiling(ctx, tx, handover.filingId, entry);
    await ctx.recordIn(tx, { collection: 'handovers', subjectId: handoverId, unitId: handover.unitId });
    return { ...handover, ...ended };
  });
  if (done.startedBy === 'leaver') await codes.revoke(done.code, ctx.now);
  return presentTurn(done, ctx);
};

function mustBeAllowed(handover: Handover, reader: HandoverReader, ctx: Context): void {
  if (mayCancel(handover, reader, ctx.caller)) return;
  throw new AppError(
    'forbidden',
    reader === 'staff'
      ? '接任人已提交登记，请在登记审核里办理'
      : '交接由发起的一方撤销，请与对方联系，或联系秘书处',
  );
}

async function endFiling(ctx: Context, tx: Tx, filingId: string, entry: Handover['history'][number]) {
  const filing = await filings.getIn(tx, filingId);
  const state = filing && nextFiling(filing.state, 'refuse');
  if (!state) return;
  const ended = { state, open: false, slot: filingId, note: NOTE, returned: [] };
  await filings.moveIn(tx, filingId, ended, { ...entry, note: NOTE }, ctx.requestId);
}
