import type { Act } from '../../../kit/act';
import { urlsOf } from '../../../kit/file-urls';
import { page } from '../../../kit/pages';
import { checks } from '../../../stores/checks';
import { notices } from '../../../stores/notices';
import { uploads, type Upload } from '../../../stores/uploads';
import { presentCheck } from '../present';

const PAGE = 20;

/** The one place that shows a picture WeChat calls risky: somebody has to see it to decide. Four requests. */
export const list: Act<'check.list'> = async ({ caller }, { show, cursor }) => {
  const [read, waiting] = await Promise.all([
    checks.page(show === 'open', cursor, PAGE + 1),
    checks.countOpen(),
  ]);
  const { rows, next } = page(read, PAGE, ({ order }) => order);
  const keys = rows.flatMap(({ fileKey }) => fileKey ?? []);
  const pictures = new Map((keys.length ? await uploads.byKeys(keys) : []).map((one) => [one._id, one]));
  const noticesOf = (noticeIds: string[], fileKey: string | null): string[] => [
    ...new Set([...noticeIds, ...(pictures.get(fileKey ?? '')?.noticeIds ?? [])]),
  ];
  const ids = [...new Set(rows.flatMap(({ noticeIds, fileKey }) => noticesOf(noticeIds, fileKey)))];
  const [told, urls] = await Promise.all([
    ids.length ? notices.byIds(ids, ['_id', 'title', 'state']) : [],
    urlsOf(fileIdsOf([...pictures.values()])),
  ]);
  return {
    checks: rows.map((row) =>
      presentCheck(row, caller.openid, {
        url: (row.fileKey && urls[row.fileKey]) ?? null,
        notices: noticesOf(row.noticeIds, row.fileKey).flatMap((id) =>
          told
            .filter(({ _id }) => _id === id)
            .map(({ title, state }) => ({
              noticeId: id,
              title,
              stands: state === 'publishing' || state === 'published',
            })),
        ),
      }),
    ),
    waiting,
    next,
  };
};

const fileIdsOf = (found: Upload[]): Record<string, string> =>
  Object.fromEntries(found.flatMap(({ _id, fileId }) => (fileId ? [[_id, fileId] as const] : [])));
