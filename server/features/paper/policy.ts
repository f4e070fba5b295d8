import type { paperContract } from '@contract/paper';
import { may } from '@contract/rules/rights';
import { staff, staffMay, type Policy, type Rule } from '../../kit/rules';

const reviewer = staffMay('filing.review');

/** Somebody known may print the own form; whose it is the act looks up. */
const reviewerOrPerson: Rule<unknown> = (caller, input) => {
  const { person } = caller;
  const known = !!person && (person.seats.length > 0 || person.consents.length > 0);
  if (!known || may(person.staff?.role, 'filing.review')) reviewer(caller, input);
};

export const paperPolicy: Policy<typeof paperContract> = {
  'paper.form': reviewerOrPerson,
  'paper.list': reviewer,
  'paper.forms': reviewer,
  'paper.ofUnit': reviewer,
  'paper.change': reviewer,
  'paper.recommendation': reviewer,
  'paper.letter': reviewer,
  'paper.unannounced': reviewer,
  'paper.announce': reviewer,
  'paper.announcements': reviewer,
  'paper.open': staff,
};
