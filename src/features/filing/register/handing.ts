import type { Output } from '@contract/index';
import type { SeatKind } from '@contract/me';
import { UNFINISHED, type ChosenUnit, type Filling, type Side } from '../use-filling';
import type { Faults } from '@/lib/form-faults';

type Opened = Output<'code.open'>;

/** Masked name of who sits on the seat one registers for; null: it is empty. */
export const holderOf = (unit: ChosenUnit | null, kind: SeatKind): string | null =>
  unit?.holders?.find((one) => one.kind === kind)?.name ?? null;

/** The seat one registers for: where the rulebook has no deputy there is but one. */
export const kindOf = ({ seats, handing }: Opened, { kind }: Side): SeatKind =>
  handing?.kind ?? (seats.deputy ? kind : 'main');

/** Somebody sits there and has not begun to hand over: the change is told here. */
export const tellsChange = (opened: Opened, unit: ChosenUnit | null, side: Side): boolean =>
  !opened.handing && !!holderOf(unit, kindOf(opened, side));

/** What is missing to take a seat over from somebody. */
export function handingFaults({ handing, letter }: Side): Faults {
  return {
    ...(!handing.changedOn && { 'handover.changedOn': '请选择变更日期' }),
    ...(!handing.reason.trim() && { 'handover.reason': '请填写变更原因' }),
    ...(letter && !letter.fileKey && { 'handover.letterKey': UNFINISHED }),
  };
}

/** What is sent of it. */
export const handingSent = ({ handing, letter }: Side) => ({
  changedOn: handing.changedOn,
  reason: handing.reason.trim(),
  letterKey: letter?.fileKey ?? null,
});

/** Another seat or another change is another registration: its request must not be taken for the last one's. */
export const setHanding = (
  { side, setSide }: Filling,
  change: Partial<Pick<Side, 'kind' | 'handing' | 'letter'>>,
  ...heads: string[]
): void => setSide({ ...change, ...(side.requestId && { requestId: '' }) }, '', ...heads);

/** Until when a change has to be filed, in the rulebook's words. */
export const limitWords = (workdays: number | null): string =>
  workdays === null
    ? '按制度规定，联络员变更应及时备案。'
    : `按制度规定，应在变更后${workdays}个工作日内备案。`;
