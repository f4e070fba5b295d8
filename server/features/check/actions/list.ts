import type { Act } from '../../../kit/act';
import { urlsOf } from '../../../kit/file-urls';
import { page } from '../../../kit/pages';
import { checks } from '../../../stores/checks';
import { notices } from '../../../stores/notices';
import { uploads, type Upload } from '../../../stores/uploads';
import { presentCheck } from '../present';

const PAGE = 20;

/** Notices a page of words and pictures stands in: each was sent for one, corrections of it take it along. */
const NOTICES = 200;

/** The one place that shows a picture WeChat calls risky: somebody has to see it to decide. Four requests. */
export const list: Act<'check.list'> = async ({ caller }, { show, cursor }) => {
  const [read, waiting] = await Promise.all([
    checks.page(show === 'open', cursor, PAGE + 1),
    checks.countOpen(),
  ]);
  const { rows, next } = page(read, PAGE, ({ order }) => order);
  const keys = rows.flatMap(({ fileKey }) => fileKey ?? []);
  const ids = [...new Set(rows.flatMap(({ noticeIds }) => noticeIds))];
  const [pictures, shownIn] = await Promise.all([
    keys.length ? uploads.byKeys(keys) : [],
    ids.length + keys.length ? notices.theseOrShowing(ids, keys, NOTICES) : [],
  ]);
  const byId = new Map(shownIn.map((one) => [one._id, one]));
  const noticesOf = (noticeIds: string[], fileKey: string | null): string[] => [
    ...new Set([
      ...noticeIds,
      ...shownIn.filter(({ doubtful = [] }) => fileKey && doubtful.includes(fileKey)).map(({ _id }) => _id),
    ]),
  ];
  const urls = await urlsOf(fileIdsOf(pictures));
  return {
    checks: rows.map((row) =>
      presentCheck(row, caller.openid, {
        url: (row.fileKey && urls[row.fileKey]) ?? null,
        notices: noticesOf(row.noticeIds, row.fileKey).flatMap((noticeId) => {
          const { title, state } = byId.get(noticeId) ?? {};
          if (title === undefined) return [];
          return [{ noticeId, title, stands: state === 'publishing' || state === 'published' }];
        }),
      }),
    ),
    waiting,
    next,
  };
};

const fileIdsOf = (found: Upload[]): Record<string, string> =>
  Object.fromEntries(found.flatMap(({ _id, fileId }) => (fileId ? [[_id, fileId] as const] : [])));
