import * as v from 'valibot';
import { presets } from '@contract/policy/presets';
import { policy as schema, type Policy } from '@contract/policy/schema';
import type { Quiet } from '@contract/rules/outbox';
import type { Office } from '../stores/offices';
import { AppError } from './errors';
import { keyMustBeThere } from './id-number';

/** The rulebook the office picked, as it edited it; a part the edit is too old to hold is the preset's. */
export function policyOf(office: Pick<Office, 'preset' | 'policy' | 'hosts'> | null): Policy {
  if (!office?.preset) throw new AppError('conflict', '协会还没有选定制度模板，请联系秘书处管理员');
  const shipped = presets[office.preset];
  const hosts = office.hosts.length > 0 ? office.hosts : shipped.hosts;
  return { ...shipped, ...office.policy, hosts };
}

/** What its form asks; nothing while none is picked. */
export const askedBy = (office: Office | null): Pick<Policy['filing'], 'fields' | 'required'> =>
  office?.preset ? policyOf(office).filing : { fields: [], required: [] };

/** Refuses a rulebook that does not hold together or cannot be run here; `fieldOf` names the caller's own field. */
export function policyMustHold(policy: Policy, fieldOf: (path: string) => string): Policy {
  const parsed = v.safeParse(schema, policy, { abortPipeEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new AppError('invalid', issue.message, fieldOf(v.getDotPath(issue) ?? ''));
  }
  keyMustBeThere(policy.filing, fieldOf('filing.fields'));
  return parsed.output;
}

/** Hours in which nobody is disturbed; none before a rulebook is picked. */
export function quietOf(office: Office | null): Quiet | null {
  if (!office?.preset) return null;
  const { quietFrom, quietTo } = policyOf(office).messages;
  return { from: quietFrom, to: quietTo };
}
