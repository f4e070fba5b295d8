import { seatKinds, type SeatKind } from '@contract/me';
import type { Output } from '@contract/index';
import { maskName } from '@contract/rules/mask';
import { codeState } from '../../kit/registration-code';
import type { Code } from '../../stores/codes';
import type { Unit } from '../../stores/units';

export const presentCode = (code: Code, now: Date): Output<'code.list'>['codes'][number] => ({
  codeId: code._id,
  unitId: code.unitId,
  unitName: code.unitName,
  expiresAt: code.expiresAt.toISOString(),
  state: codeState(code, now),
  uses: code.uses,
});

/** Who sits where, told to whoever holds a code: a masked name and nothing else (decision D10). */
export const presentHolders = ({ seats }: Pick<Unit, 'seats'>): { kind: SeatKind; name: string }[] =>
  (Object.keys(seatKinds) as SeatKind[]).flatMap((kind) => {
    const seat = seats[kind];
    return seat ? [{ kind, name: maskName(seat.name) }] : [];
  });
