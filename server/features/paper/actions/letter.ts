import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { filings, type Filing } from '../../../stores/filings';
import type { Handover } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { codePicture } from '../code-picture';
import { showDate, showIsoDay } from '../../../office/dates';
import { letterPaper, type LetterPerson } from '../document/letter';
import { fileName } from '../../../office/file-name';
import { findHandover, findUnit } from '../find';
import { hostsOf } from '../hosts';
import { handOut, produce } from '../produce';

/** 变更函 of a handover: who leaves, who comes, from what day, with the new 备案号 once there is one. */
export const letter: Act<'paper.letter'> = async (ctx, { handoverId }) => {
  const handover = await findHandover(handoverId);
  if (!handover.successor) throw new AppError('conflict', '接任人还没有扫码，确定接任人后才能打印变更函');
  const { unitId, successor } = handover;
  const paper = await produce(ctx, {
    kind: 'letter',
    subjectId: handoverId,
    unitId,
    make: () => make(ctx, handover, successor.name),
  });
  ctx.record({ collection: 'people', subjectId: successor.openid, unitId });
  return handOut(paper);
};

async function make(ctx: Context, handover: Handover, successor: string) {
  const [office, unit, left, came, code] = await Promise.all([
    offices.get(),
    findUnit(handover.unitId),
    filings.get(handover.leaver.filingId),
    handover.filingId ? filings.get(handover.filingId) : null,
    codePicture('letter', handover._id),
  ]);
  const seatName = policyOf(office).seats.names[handover.kind];
  const { leaverAgreedAt, successorAgreedAt, letterKey } = handover;
  const bytes = await letterPaper({
    office: office?.name ?? '',
    seatName,
    recordId: handover._id,
    unitName: unit.name,
    changedOn: showIsoDay(handover.changedOn),
    reason: handover.reason,
    // Whoever leaves is not to be called any more: the number stays off the paper.
    leaver: person(handover.leaver.name, left, false, agreed(leaverAgreedAt, !!letterKey)),
    successor: person(successor, came, true, agreed(successorAgreedAt, false)),
    hosts: hostsOf(office, unit.hosts, came?.numbers ?? []),
    code,
    printedAt: ctx.now,
  });
  return { bytes, name: `${fileName(unit.name, `${seatName}变更函`)}.docx` };
}

const agreed = (at: Date | null, letter: boolean): string => {
  if (at) return `${showDate(at)} 在线确认`;
  return letter ? '以单位来函代替' : '';
};

const person = (name: string, filing: Filing | null, reachable: boolean, said: string): LetterPerson => ({
  name,
  position: filing?.form.position ?? '',
  mobile: reachable ? (filing?.form.mobile ?? '') : '',
  landline: reachable ? (filing?.form.landline ?? '') : '',
  email: reachable ? (filing?.form.email ?? '') : '',
  numbers: filing?.numbers ?? [],
  agreed: said,
});
