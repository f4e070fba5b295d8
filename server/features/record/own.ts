import { formKeys, type FormKey } from '@contract/form';
import type { Policy } from '@contract/policy/schema';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { policyOf } from '../../kit/policy';
import { filings, type Filing } from '../../stores/filings';
import { offices } from '../../stores/offices';

/** The caller's record for a unit with the rulebook it is kept by. Two requests. */
export async function ownRecord(
  { caller }: Context,
  unitId: string,
): Promise<{ filing: Filing; policy: Policy }> {
  const [office, filing] = await Promise.all([offices.get(), filings.heldBy(caller.openid, unitId)]);
  if (!filing)
    throw new AppError('missing', '没有找到您在这家单位的登记资料，请联系秘书处补办备案', 'unitId');
  return { filing, policy: policyOf(office) };
}

/** What a record is kept of, in the order of the form. */
export const recordKeys = ({ filing: { fields } }: Policy): FormKey[] =>
  formKeys.filter((key) => fields.includes(key));

/** A change of these needs the licence with the unit's seal where the rulebook asks one (E, 变更申报). */
const PROVEN: readonly FormKey[] = ['unitName', 'creditCode', 'legalRep', 'name', 'idNumber', 'mobile'];

export const needsProof = ({ filing }: Policy, key: FormKey): boolean =>
  filing.proof === 'licence' && PROVEN.includes(key);
