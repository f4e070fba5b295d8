import type { Output } from '@contract/index';
import { handoverTurn, type HandoverReader } from '@contract/rules/handover';
import { factsOf } from '../../kit/handing-over';
import type { Handover } from '../../stores/handovers';

export const presentHandover = (
  handover: Handover,
  reader: HandoverReader,
  names: Record<Handover['kind'], string>,
): Output<'handover.list'>['handovers'][number] => ({
  handoverId: handover._id,
  state: handover.state,
  turn: handoverTurn(factsOf(handover), reader).line,
  unitId: handover.unitId,
  unitName: handover.unitName,
  kind: handover.kind,
  seatName: names[handover.kind],
  leaverName: handover.leaver.name,
  successorName: handover.successor?.name ?? null,
  changedOn: handover.changedOn,
  reason: handover.reason,
  lateBy: handover.lateBy,
  filingId: handover.filingId,
});
