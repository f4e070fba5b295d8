/** A notice being written (草稿): states × events, and whose turn each state is. */

export const draftStates = [
  'writing',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'dropped',
] as const;
export type DraftState = (typeof draftStates)[number];
/**
 * `recall`: the writer takes it back to go on writing; a time set for an approved one is taken back to the approval.
 * `fail`: its time came and it could not go out.
 */
export type DraftEvent =
  'save' | 'submit' | 'approve' | 'return' | 'schedule' | 'recall' | 'publish' | 'fail' | 'drop';

const table: Record<DraftState, Partial<Record<DraftEvent, DraftState>>> = {
  writing: {
    save: 'writing',
    submit: 'submitted',
    schedule: 'scheduled',
    publish: 'published',
    drop: 'dropped',
  },
  submitted: { approve: 'approved', return: 'returned', recall: 'writing', publish: 'published' },
  returned: {
    save: 'returned',
    submit: 'submitted',
    schedule: 'scheduled',
    publish: 'published',
    drop: 'dropped',
  },
  // Changed words are no approved words.
  approved: {
    save: 'writing',
    recall: 'writing',
    schedule: 'scheduled',
    publish: 'published',
    drop: 'dropped',
  },
  scheduled: { recall: 'writing', publish: 'published', fail: 'returned' },
  published: {},
  dropped: {},
};

/** The state after `event`, or null when it may not happen now. `approved`: somebody else looked at these very words. */
export function nextDraft(state: DraftState, event: DraftEvent, approved = false): DraftState | null {
  if (state === 'scheduled' && event === 'recall' && approved) return 'approved';
  return table[state][event] ?? null;
}

/** Still to become a notice. */
export const isOpenDraft = (state: DraftState): boolean => state !== 'published' && state !== 'dropped';

/** Whether it may go out now, or have its time set: where the office wants a second pair of eyes, after that only. */
export const mayGoOut = (state: DraftState, review: boolean): boolean =>
  !review || state === 'approved' || state === 'scheduled' || state === 'published';

export const draftLabels: Record<DraftState, string> = {
  writing: '在写',
  submitted: '待审定',
  returned: '已退回',
  approved: '已审定',
  scheduled: '已定时',
  published: '已发布',
  dropped: '已删除',
};

/** `reviewer`: may approve it, so somebody else than the writer. */
export type DraftReader = 'writer' | 'reviewer' | 'other';

/** One line that says whose turn it is. `review`: the office wants a second pair of eyes before anything goes out. */
export function draftTurn(
  state: DraftState,
  reader: DraftReader,
  review: boolean,
): { mine: boolean; line: string } {
  const wait = (line: string) => ({ mine: false, line });
  const writers = (line: string) =>
    reader === 'writer' ? { mine: true, line: `等您：${line}` } : wait(`等拟稿人${line}，您无需操作`);
  switch (state) {
    case 'writing':
      return writers(review ? '写好后送审' : '写好后发布');
    case 'submitted':
      return reader === 'reviewer'
        ? { mine: true, line: '等您：审定这条通知' }
        : wait('等同事审定，您无需操作');
    case 'returned':
      return writers(review ? '按意见改好后重新送审' : '按意见改好后发布');
    case 'approved':
      return writers('发布或定时发布');
    case 'scheduled':
      return wait('到时自动发布，您无需操作');
    case 'published':
      return wait('已发布，办结');
    case 'dropped':
      return wait('已删除，办结');
  }
}

/** A time further away than this is a slip, days. */
export const SCHEDULE_DAYS = 90;
