import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import type { Draft, Sent } from '../../../stores/drafts';
import type { Office } from '../../../stores/offices';
import { people, type Person } from '../../../stores/people';
import { mayGoOut } from '@contract/rules/draft';
import { may, roles, type Role } from '@contract/rules/rights';
import { somebodyGetsIt } from '../beginning';
import { examine, type Writing } from '../examining';

/** The office wants a second pair of eyes before anything goes out (送审); not before it picked a rulebook. */
export const wantsReview = (office: Office | null): boolean =>
  !!office?.preset && policyOf(office).notices.review;

/** What the writer sends to be looked at or to go out later, examined as if it went out now (decision D10). */
export async function examined(ctx: Context, publication: Writing): Promise<{ sent: Sent; office: Office }> {
  const { office, ...found } = await examine(publication, ctx.caller.openid, ctx.now);
  await somebodyGetsIt(publication.audience, 1);
  return { sent: { publication, ...found }, office };
}

/** Offices have three people, not hundreds. */
const STAFF = 1000;

/** Who else may look it over. Refuses to wait for a colleague there is none of, and says what to do instead. `openid` is the writer's. */
export async function somebodyElseReviews(openid: string): Promise<Person[]> {
  const others = (await people.ofOffice(STAFF)).filter(
    ({ _id, staff }) => _id !== openid && may(staff?.role, 'notice.review'),
  );
  if (others.length > 0) return others;
  throw new AppError(
    'forbidden',
    `本会要求发布前送审，但除您以外没有人能审定：请管理员在“工作人员”里请一位同事担任${reviewers}，或在“制度设置”里把“通知发布前是否送审”改为“否”`,
  );
}

const reviewers = (Object.keys(roles) as Role[])
  .filter((role) => may(role, 'notice.review'))
  .map((role) => roles[role])
  .join('或');

/** Refuses words nobody else agreed to, where the office wants that. */
export function mustBeApproved(draft: Draft | null, publication: Writing, office: Office | null): void {
  const fault = wantsReview(office) ? notApproved(draft, publication) : null;
  if (fault) throw fault;
}

/** Why these words may not go out where the office wants a second pair of eyes; null: they may. */
export function notApproved(draft: Draft | null, publication: Writing): AppError | null {
  if (!draft?.approved || !mayGoOut(draft.state, true))
    return new AppError('forbidden', '本会要求发布前先送审：请点“送审”，同事审定后再发布');
  if (!draft.sent || !saysTheSame(draft.sent.publication, publication))
    return new AppError('forbidden', '审定之后内容有改动，请重新送审，审定后再发布');
  return null;
}

/** Word for word, whatever the order of fields; a due time only where something is asked. */
export const saysTheSame = (a: Writing, b: Writing): boolean => canonical(a) === canonical(b);

const canonical = (one: Writing): string =>
  JSON.stringify(
    { ...one, dueAt: one.asking.kind === 'nothing' ? '' : Date.parse(one.dueAt) },
    (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
        : value,
  );
