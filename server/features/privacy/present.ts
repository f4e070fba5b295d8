import type { Output } from '@contract/index';
import { dueText } from '@contract/rules/calendar';
import { roles } from '@contract/rules/rights';
import { isWorkday } from '../../kit/calendar';
import type { Audit } from '../../stores/audits';
import type { Erasure } from '../../stores/erasures';
import type { Person } from '../../stores/people';
import { dueAtOf } from './due';

type Mine = NonNullable<Output<'privacy.get'>['erasure']>;

export const presentErasure = (erasure: Erasure): Mine => ({
  erasureId: erasure._id,
  state: erasure.state,
  reason: erasure.reason,
  submittedAt: erasure.submittedAt.toISOString(),
  dueOn: erasure.dueOn,
  decidedAt: erasure.decidedAt?.toISOString() ?? null,
  note: erasure.note,
});

export function presentRequest(erasure: Erasure, now: Date): Output<'privacy.requests'>['requests'][number] {
  const open = erasure.state === 'waiting' || erasure.state === 'erasing';
  const dueAt = dueAtOf(erasure.dueOn);
  return {
    ...presentErasure(erasure),
    name: erasure.name,
    units: erasure.units,
    due: open ? dueText(now, dueAt, isWorkday) : '',
    late: open && dueAt < now,
    decidedBy: erasure.decidedBy,
  };
}

/** Actions that show, export or print a person's number, the ID number included; whoever adds one records it on the person (decision D10). */
export const VIEWS =
  /^(directory\.reveal|filing\.(get|reveal)|record\.correction|roster\.export|report\.phoneList|unit\.papers|paper\.)/;

/** The rest of the sentence that begins with who it was. */
function howOf(action: string): string {
  if (action.startsWith('paper.')) return '打印了有您手机号的表格';
  if (action === 'filing.reveal') return '查看了您的身份证号';
  if (action === 'filing.get' || action === 'record.correction') return '审核时看到了您的手机号';
  if (action === 'unit.papers') return '看到了您的盖章登记表或证明，上面有手机号';
  return /^(roster\.export|report\.)/.test(action) ? '导出了有您手机号的表格' : '查看了您的手机号';
}

/** Staff are named with their post, as it was when they saw it; other liaisons are not named. */
export function presentView(
  { _id, at, action, openid }: Audit,
  viewer: Person | undefined,
  me: string,
): Output<'privacy.views'>['views'][number] {
  const view = { viewId: _id, at: at.toISOString(), how: howOf(action) };
  if (openid === me) return { ...view, who: '您本人', post: '' };
  const { staff, formerStaff } = viewer ?? {};
  if (formerStaff && at <= formerStaff.until)
    return { ...view, who: formerStaff.name, post: `秘书处${roles[formerStaff.role]}（已离岗）` };
  if (staff) return { ...view, who: staff.name, post: `秘书处${roles[staff.role]}` };
  return { ...view, who: '同会联络员', post: '' };
}
