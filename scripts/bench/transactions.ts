import type { DatabaseRequest } from '../../local-cloud';
import * as support from '../../tests/support';
import type { Row } from './row';

const { cloud } = support;

const TRANSACTION_MAX = 12;

const inside = ({ action, transactionId }: DatabaseRequest) =>
  transactionId !== undefined || /\.(start|commit|abort)Transaction$/.test(action);

/** Requests of each transaction, by the action that made it: start, commit and every operation inside. */
export async function transactionRows(): Promise<Row[]> {
  await cloud.reset();
  await cloud.clock.set(support.NOW);
  await approve();
  const counted = new Map<string, number>();
  for (const { action, requests } of await cloud.invocations()) {
    const own = requests.filter(inside).length;
    if (own > 0 && action !== undefined) counted.set(action, Math.max(own, counted.get(action) ?? 0));
  }
  if (!counted.has('filing.approve')) throw new Error('filing.approve made no transaction');
  return [...counted].map(([name, value]) => ({
    name: `transaction of ${name}`,
    value,
    unit: 'db requests',
    budget: TRANSACTION_MAX,
  }));
}

/** The longest way: both hosts give a number, and the unit's file is changed as well. */
async function approve(): Promise<void> {
  await support.makeOffice();
  const staff = await support.makeStaff();
  const unit = await support.makeUnit({ hosts: ['association', 'society'] });
  const applicant = await support.makePerson();
  const form = support.someForm({ unitName: `${unit.name}（新名）` });
  const filing = await support.makeFiling(unit, { openid: applicant.openid, form });
  await staff.change('filing.approve', {
    filingId: filing._id,
    take: ['unitName', 'unitNature', 'address', 'postCode'],
  });
}
