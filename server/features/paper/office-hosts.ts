import { AppError } from '../../kit/errors';
import type { Office } from '../../stores/offices';

/** The hosts in the office's order, so that the first gives the number whoever ticked them how. */
export function mustBeHosts(office: Office | null, hostIds: string[]): [string, ...string[]] {
  const [first, ...rest] = (office?.hosts ?? []).filter(({ id }) => hostIds.includes(id)).map(({ id }) => id);
  if (!first || rest.length + 1 < new Set(hostIds).size)
    throw new AppError('invalid', '没有这个主办方，请重新选择', 'hostIds');
  return [first, ...rest];
}
