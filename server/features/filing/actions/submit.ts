import { askedOf } from '@contract/form';
import type { SeatKind } from '@contract/me';
import type { Policy } from '@contract/policy/schema';
import { filingTurn } from '@contract/rules/filing';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError, isDuplicate } from '../../../kit/errors';
import { keyMustBeThere, sealForm } from '../../../kit/id-number';
import { policyOf } from '../../../kit/policy';
import { validCode } from '../../../kit/registration-code';
import { codes, type Code } from '../../../stores/codes';
import { filings, filingSlot, notInForce, type Filing } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { units, type Unit } from '../../../stores/units';
import { mustBeSound } from '../form-check';
import { sendWithHandover, takingOver } from '../taking-over';

/** Sends a registration in. The row's id is the request id, its slot keeps a person to one open filing per unit. */
export const submit: Act<'filing.submit'> = async (ctx, input) => {
  const known = await filings.get(ctx.requestId);
  if (known && known.openid !== ctx.caller.openid) throw new AppError('conflict');
  const handoverId = known ? known.handoverId : await send(ctx, input);
  ctx.record({ collection: 'filings', subjectId: ctx.requestId, unitId: known?.unitId ?? input.unitId });
  return {
    filingId: ctx.requestId,
    turn: filingTurn(known?.state ?? 'submitted', 'liaison').line,
    handoverId,
  };
};

async function send(...[ctx, input]: Parameters<typeof submit>): Promise<string | null> {
  const { codeId, unitId } = input;
  const [code, office, unit] = await Promise.all([
    validCode(codeId, ctx.now),
    offices.get(),
    units.get(unitId),
  ]);
  const policy = policyOf(office);
  keyMustBeThere(policy.filing, 'form.idNumber');
  if (code.unitId && code.unitId !== unitId) {
    throw new AppError('invalid', `这张登记码是发给${code.unitName}的，请为该单位登记`, 'unitId');
  }
  const kind = await kindOf(code, input.kind, policy);
  unitMustTake(ctx, kind, unit, policy);
  const form = askedOf(input.form, policy.filing);
  await mustBeSound(ctx, form, policy);
  const holder = unit.seats[kind];
  const over = holder && (await takingOver(ctx, unit, holder, input.handover, policy));

  const { openid, person } = ctx.caller;
  const filing: Filing = {
    _id: ctx.requestId,
    ...notInForce,
    kind,
    unitId,
    unitName: unit.name,
    hosts: unit.hosts,
    openid,
    codeId,
    form: sealForm(form),
    mobileVerified: form.mobile === person?.verifiedMobile,
    state: 'submitted',
    open: true,
    slot: filingSlot(openid, unitId),
    numbers: [],
    returned: [],
    note: '',
    history: [{ at: ctx.now, event: 'submit', by: form.name ?? '', note: '' }],
    submittedAt: ctx.now,
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
    requests: [ctx.requestId],
  };
  const handoverId = over ? await sendWithHandover(ctx, filing, over).catch(unlessDuplicate) : null;
  const added = over ? handoverId !== null : await filings.add(filing);
  if (added) await codes.used(codeId);
  else {
    const sent = await filings.get(ctx.requestId);
    if (!sent) throw await whyNot(openid, unitId, kind);
    return sent.handoverId;
  }
  return handoverId;
}

const unlessDuplicate = (error: unknown): null => {
  if (isDuplicate(error)) return null;
  throw error;
};

/** Another one of this person's, or another person's handover of the seat, was stored a moment before. */
async function whyNot(openid: string, unitId: string, kind: SeatKind): Promise<AppError> {
  const over = await handovers.bySlot(unitId, kind);
  return over?.successor && over.successor.openid !== openid
    ? new AppError('conflict', '这个席位已有别人在办理交接，请联系原联络员或秘书处', 'handover.changedOn')
    : new AppError('conflict', '您为这家单位提交的登记还没有办结，请在“我的登记”里查看', 'unitId');
}

/** The seat a leaver's code hands over, else the one asked for, else the main one. */
async function kindOf(code: Code, asked: SeatKind | undefined, { seats }: Policy): Promise<SeatKind> {
  const given = code.unitId ? await handovers.byCode(code._id) : null;
  if (given && asked && asked !== given.kind)
    throw new AppError('invalid', `这张交接码是交接${seats.names[given.kind]}的，请按此登记`, 'kind');
  return given?.kind ?? asked ?? 'main';
}

function unitMustTake(
  { caller }: Context,
  kind: SeatKind,
  unit: Unit | null,
  { seats }: Policy,
): asserts unit is Unit {
  if (kind === 'deputy' && seats.deputy === 0)
    throw new AppError('invalid', `本会制度每家单位只设一名${seats.names.main}，没有副职`, 'kind');
  if (!unit?.active) throw new AppError('missing', '没有找到这家单位，可能已不在册，请联系秘书处', 'unitId');
  if (caller.person?.seats.some((seat) => seat.unitId === unit._id && seat.kind === kind))
    throw new AppError('conflict', `您已经是这家单位的${seats.names[kind]}，不用再登记`, 'unitId');
}
