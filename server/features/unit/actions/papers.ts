import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { page } from '../../../kit/pages';
import { attachments } from '../../../stores/attachments';

const PAGE = 20;

export const papers: Act<'unit.papers'> = async (_ctx, { unitId, cursor }) => {
  const found = page(await attachments.ofUnit(unitId, cursor, PAGE + 1), PAGE, ({ order }) => order);
  const urls = await fileUrls(found.rows.map(({ fileKey }) => fileKey));
  return {
    papers: found.rows.map(({ _id, kind, name, by, at, subjectId, fileKey }) => ({
      attachmentId: _id,
      kind,
      name,
      by,
      at: at.toISOString(),
      url: urls[fileKey] ?? null,
      subjectId,
    })),
    next: found.next,
  };
};
