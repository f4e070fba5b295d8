import type { FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { CallError, change } from '@/lib/call';
import type { Faults } from '@/lib/form-faults';
import { headOf, sendable } from '../faults';
import type { ChosenUnit, Filling } from '../use-filling';
import { handingSent, kindOf, tellsChange } from './handing';

/** Sends the registration; the form is cleared and what follows is kept to be shown. */
export async function send(
  codeId: string,
  opened: Output<'code.open'>,
  unit: ChosenUnit,
  filling: Filling,
): Promise<void> {
  const { form, side } = filling;
  const kind = kindOf(opened, side);
  const handover = tellsChange(opened, unit, side) ? handingSent(side) : null;
  const input = {
    codeId,
    unitId: unit.unitId,
    kind,
    form: sendable(opened.asked.fields, form),
    ...(handover && { handover }),
  };
  const { turn, handoverId } = await change('filing.submit', input, filling.attempt());
  filling.clear();
  const handed = handoverId && { handoverId, letter: !!handover?.letterKey };
  filling.setSide({ done: { unitName: unit.name, turn, ...(handed && { handed }) } });
}

/** What the server found wrong, by field of the page; '' when no field is to blame. */
export function faultOf(error: unknown, words: string, shows: (head: string) => boolean): Faults {
  const field = (CallError.is(error) && error.field?.replace(/^form\./, '')) || '';
  return { [shows(headOf(field)) ? field : '']: words };
}

/** Step that is filled in when the fields of it are right. */
export const missingUnit = (unit: ChosenUnit | null, keys: readonly FormKey[]): Faults | null =>
  !unit && keys.includes('unitName') ? { unitId: '请先查找并选择您的单位' } : null;
