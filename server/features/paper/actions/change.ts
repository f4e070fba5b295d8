import { showIsoDay } from '../../../office/dates';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { policyOf } from '../../../kit/policy';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { codePicture } from '../code-picture';
import { correctionRows, handoverRows } from '../change-rows';
import { changePaper, type ChangePaper } from '../document/change';
import { fileName } from '../../../office/file-name';
import { findCorrection, findHandover, findUnit } from '../find';
import { hostsOf } from '../hosts';
import { handOut, produce } from '../produce';

/** What differs between the two ways a change is reported. */
interface Reported extends Pick<
  ChangePaper,
  'rows' | 'changedOn' | 'reportedAt' | 'late' | 'reason' | 'attached'
> {
  kind: 'change' | 'handover';
  subjectId: string;
  unitId: string;
  /** Whose number stands on it. */
  openid: string;
  numbers: string[];
  seat: 'main' | 'deputy';
}

const LICENCE = '营业执照复印件（加盖公章）';
const LETTER = '单位来函（加盖公章）';
const attached = (what: string, there: boolean) => `${what}${there ? '　已附' : ''}`;

/** 变更申报表 of a correction, or of the seat passing to another person. */
export const change: Act<'paper.change'> = async (ctx, { correctionId, handoverId }) => {
  const reported = correctionId ? await ofCorrection(correctionId) : await ofHandover(handoverId ?? '');
  const { subjectId, unitId, openid } = reported;
  const paper = await produce(ctx, { kind: 'change', subjectId, unitId, make: () => make(ctx, reported) });
  ctx.record({ collection: 'people', subjectId: openid, unitId });
  return handOut(paper);
};

async function make(ctx: Context, reported: Reported) {
  const { kind, subjectId, unitId, numbers, seat, ...said } = reported;
  const [office, unit, code] = await Promise.all([
    offices.get(),
    findUnit(unitId),
    codePicture(kind, subjectId),
  ]);
  const seatName = policyOf(office).seats.names[seat];
  const bytes = await changePaper({
    ...said,
    office: office?.name ?? '',
    seatName,
    recordId: subjectId,
    unit,
    hosts: hostsOf(office, unit.hosts, numbers),
    code,
    printedAt: ctx.now,
  });
  return { bytes, name: `${fileName(unit.name, `${seatName}变更申报表`)}.docx` };
}

async function ofCorrection(id: string): Promise<Reported> {
  const correction = await findCorrection(id);
  const filing = await filings.get(correction.filingId);
  return {
    kind: 'change',
    subjectId: id,
    unitId: correction.unitId,
    openid: correction.openid,
    numbers: filing?.numbers ?? [],
    seat: filing?.kind ?? 'main',
    rows: correctionRows(correction),
    changedOn: showIsoDay(correction.changedOn),
    reportedAt: correction.submittedAt,
    late: correction.late,
    reason: correction.reason ?? '',
    attached: [attached(LICENCE, !!correction.proofKey)],
  };
}

async function ofHandover(id: string): Promise<Reported> {
  const handover = await findHandover(id);
  const [left, came] = await Promise.all([
    filings.get(handover.leaver.filingId),
    handover.filingId ? filings.get(handover.filingId) : null,
  ]);
  const begun = handover.history[0]?.at ?? new Date(handover.order.slice(0, 24));
  return {
    kind: 'handover',
    subjectId: id,
    unitId: handover.unitId,
    openid: came?.openid ?? handover.leaver.openid,
    numbers: came?.numbers.length ? came.numbers : (left?.numbers ?? []),
    seat: handover.kind,
    rows: handoverRows(left?.form ?? { name: handover.leaver.name }, came?.form ?? named(handover.successor)),
    changedOn: showIsoDay(handover.changedOn),
    reportedAt: begun,
    late: handover.late,
    reason: handover.reason,
    attached: [attached(LICENCE, !!came?.form.licence), attached(LETTER, !!handover.letterKey)],
  };
}

const named = (successor: { name: string } | null) => (successor ? { name: successor.name } : {});
