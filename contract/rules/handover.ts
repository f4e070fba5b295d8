/** A handover (变更、交接): states × events, and whose turn each state is. Days are `YYYY-MM-DD` in Shanghai. */

export const handoverStates = ['open', 'ready', 'approved', 'refused', 'cancelled'] as const;
export type HandoverState = (typeof handoverStates)[number];
/** `complete`: the last word it waited for was given. */
export type HandoverEvent = 'complete' | 'approve' | 'refuse' | 'cancel';

const table: Record<HandoverState, Partial<Record<HandoverEvent, HandoverState>>> = {
  // Straight from open to approved: the seat fell empty meanwhile, so that nobody's word is needed any more.
  open: { complete: 'ready', approve: 'approved', refuse: 'refused', cancel: 'cancelled' },
  ready: { approve: 'approved', refuse: 'refused', cancel: 'cancelled' },
  approved: {},
  refused: {},
  cancelled: {},
};

/** The state after `event`, or null when it may not happen now. */
export const nextHandover = (state: HandoverState, event: HandoverEvent): HandoverState | null =>
  table[state][event] ?? null;

export const handoverLabels: Record<HandoverState, string> = {
  open: '交接中',
  ready: '待审核',
  approved: '已交接',
  refused: '不予受理',
  cancelled: '已撤销',
};

/** What a handover has and what it waits for. */
export interface HandoverFacts {
  state: HandoverState;
  /** Somebody sent in a registration for the seat. */
  successor: boolean;
  leaverAgreed: boolean;
  /** The unit's sealed letter, in place of the leaver's word. */
  letter: boolean;
  successorAgreed: boolean;
}

export type HandoverReader = 'leaver' | 'successor' | 'staff';

/** Everything said: the leaver's word or the unit's letter, and the successor's word. */
export const handoverComplete = ({
  successor,
  leaverAgreed,
  letter,
  successorAgreed,
}: Omit<HandoverFacts, 'state'>): boolean => successor && successorAgreed && (leaverAgreed || letter);

/** One line that says whose turn it is; both sides may have to say their word at the same time. */
export function handoverTurn(facts: HandoverFacts, reader: HandoverReader): { mine: boolean; line: string } {
  const wait = (line: string) => ({ mine: false, line });
  const act = (line: string) => ({ mine: true, line: `等您：${line}` });
  if (facts.state === 'approved') return wait('已交接，办结');
  if (facts.state === 'refused') return wait('不予受理，办结');
  if (facts.state === 'cancelled') return wait('已撤销，办结');
  if (facts.state === 'ready')
    return reader === 'staff' ? act('审核接任人的登记') : wait('秘书处审核中，您无需操作');
  if (!facts.successor)
    return reader === 'leaver'
      ? act('把交接码给接任人，请对方扫码登记')
      : wait('等接任人扫码登记，您无需操作');
  const leaver = !facts.leaverAgreed && !facts.letter;
  const successor = !facts.successorAgreed;
  if (leaver && reader === 'leaver') return act('核对未办事项，确认交出');
  if (successor && reader === 'successor') return act('核对未办事项，确认接手');
  const missing = [leaver && '原联络员确认或单位来函', successor && '接任人确认'].filter(Boolean);
  return wait(`等${missing.join('、')}，您无需操作`);
}

/** Working days by which a change was reported too late; 0: in time, or the rulebook has no limit (信息安全: two). */
export function lateWorkdays(
  changedOn: string,
  reportedOn: string,
  limit: number | null,
  isWorkday: (day: string) => boolean,
): number {
  if (limit === null) return 0;
  const start = Date.parse(`${changedOn}T00:00:00Z`);
  const end = Math.min(Date.parse(`${reportedOn}T00:00:00Z`), start + LONGEST * DAY);
  let passed = 0;
  for (let at = start + DAY; at <= end; at += DAY)
    if (isWorkday(new Date(at).toISOString().slice(0, 10))) passed += 1;
  return Math.max(0, passed - limit);
}

const DAY = 86_400_000;
/** Counted no further: ten years late is late enough. */
const LONGEST = 3650;

/** 迟报2个工作日; empty when in time. */
export const lateWords = (lateBy: number): string => (lateBy > 0 ? `迟报${lateBy}个工作日` : '');
