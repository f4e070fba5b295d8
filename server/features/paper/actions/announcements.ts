import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { page } from '../../../kit/pages';
import { papers } from '../../../stores/papers';

const PAGE = 20;

/** Lists published so far, to print again. */
export const announcements: Act<'paper.announcements'> = async (_ctx, { cursor }) => {
  const { rows, next } = page(await papers.announcements(cursor, PAGE + 1), PAGE, ({ order }) => order);
  const urls = await files.urls(rows.flatMap(({ fileId }) => (fileId ? [fileId] : [])));
  return {
    announcements: rows.flatMap(({ _id, announcement, at, fileId, name }) =>
      announcement
        ? [
            {
              paperId: _id,
              title: announcement.title,
              number: announcement.number,
              people: announcement.people,
              at: at.toISOString(),
              hostIds: announcement.hostIds,
              until: announcement.until.toISOString(),
              url: (fileId && urls.get(fileId)) ?? null,
              name,
            },
          ]
        : [],
    ),
    next,
  };
};
