import { may } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { page } from '../../../kit/pages';
import { noteSeen } from '../../../kit/seen';
import { attachments, type Attachment } from '../../../stores/attachments';
import { filings } from '../../../stores/filings';

const PAGE = 20;

/** A registration form with its seal and a proof repeat what a person filled in, the number too. */
const PERSONAL: Attachment['kind'][] = ['form', 'proof'];

/** Personal papers are for who reviews registrations, and whose number stands on them sees who was shown them (D10). */
export const papers: Act<'unit.papers'> = async (ctx, { unitId, cursor }) => {
  const found = page(await attachments.ofUnit(unitId, cursor, PAGE + 1), PAGE, ({ order }) => order);
  const reviews = may(ctx.caller.person?.staff?.role, 'filing.review');
  const closed = ({ kind }: Attachment) => PERSONAL.includes(kind) && !reviews;
  const open = found.rows.filter((paper) => !closed(paper));
  const ofPeople = open.flatMap(({ kind, subjectId }) => (PERSONAL.includes(kind) && subjectId) || []);
  if (ofPeople.length > 0) {
    const records = await filings.byIds([...new Set(ofPeople)]);
    await noteSeen(
      ctx,
      'unit.papers',
      records.map(({ openid }) => openid),
    );
  }
  const urls = await fileUrls(open.map(({ fileKey }) => fileKey));
  return {
    papers: found.rows.map((paper) => ({
      attachmentId: paper._id,
      kind: paper.kind,
      name: paper.name,
      by: paper.by,
      at: paper.at.toISOString(),
      url: closed(paper) ? null : (urls[paper.fileKey] ?? null),
      closed: closed(paper),
      subjectId: paper.subjectId,
    })),
    next: found.next,
  };
};
