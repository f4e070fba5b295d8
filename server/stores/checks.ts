import { _ } from '../kit/cloud';
import { keep, table, type Row } from '../kit/table';
import type { CheckState } from '@contract/check';
import type { Verdict } from './uploads';

/**
 * Words or a picture a person is to look at (内容审核, decision D10). `_id` is derived from what it is: the verdict belongs
 * to the text, so the same words are never asked about twice, and what was decided holds for them.
 */
export interface Check extends Row {
  kind: 'text' | 'picture';
  state: CheckState;
  open: boolean;
  /** What WeChat said, and its label of the content (platform.md §1); null: none. */
  verdict: Verdict;
  label: number | null;
  /** Who wrote or sent it. */
  openid: string;
  name: string;
  /** What it is part of, e.g. 通知正文. */
  about: string;
  /** The notices it stands in. */
  noticeIds: string[];
  /** The words in question; of a picture its name. */
  excerpt: string;
  fileKey: string | null;
  since: Date;
  decidedBy: { openid: string; name: string } | null;
  decidedAt: Date | null;
  note: string;
  /** Time and id: distinct, so it can say where a page ended. */
  order: string;
  requests: string[];
}

const rows = table<Check>('checks');

export const checks = {
  get: (id: string) => rows.get(id),
  /** False when it is there already. */
  add: (check: Check) => rows.add(check),
  countOpen: () => rows.count({ open: true }),
  /** Open ones: the longest waiting first; decided ones: the newest first. */
  page: (open: boolean, after: string | undefined, limit: number) =>
    rows.find({
      where: { open, ...(after && { order: open ? _.gt(after) : _.lt(after) }) },
      orderBy: [['order', open ? 'asc' : 'desc']],
      limit,
    }),
  /** The words went out with this notice. */
  wentOut: (ids: string[], noticeId: string) =>
    rows.update({ _id: _.in(ids) }, { noticeIds: _.addToSet(noticeId) }),
  /** WeChat's late word on one that still waits. */
  worsen: (id: string, verdict: Verdict, label: number | null) =>
    rows.update({ _id: id, open: true }, { verdict, label }),
  /** 1 when it was still open. `requestId`: of the person who decided; none when WeChat did. */
  decide: (
    id: string,
    change: Pick<Check, 'state' | 'decidedBy' | 'decidedAt' | 'note'>,
    requestId?: string,
  ) =>
    rows.update(
      { _id: id, open: true },
      { ...change, open: false, ...(requestId && { requests: keep(requestId) }) },
    ),
  /** What a person wrote or sent, in no order. */
  ofPerson: (openid: string, limit: number) => rows.find({ where: { openid }, limit }),
  /** At the person's request; of what still stands only who it was. */
  erase: (ids: string[]) => rows.remove({ _id: _.in(ids) }),
  unname: (id: string, name: string, excerpt: string) =>
    rows.update({ _id: id }, { openid: '', name, excerpt }),
};

/** An entry as it begins. */
export const newCheck = (
  what: Pick<
    Check,
    | '_id'
    | 'kind'
    | 'verdict'
    | 'label'
    | 'openid'
    | 'name'
    | 'about'
    | 'noticeIds'
    | 'excerpt'
    | 'fileKey'
    | 'since'
  >,
): Check => ({
  ...what,
  state: 'open',
  open: true,
  decidedBy: null,
  decidedAt: null,
  note: '',
  order: `${what.since.toISOString()}_${what._id}`,
  requests: [],
});
