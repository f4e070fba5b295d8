import { presets } from '@contract/policy/presets';
import type { Policy } from '@contract/policy/schema';
import type { SeatKind } from '@contract/me';
import type { Handover } from '@server/stores/handovers';
import type { Seat, Unit } from '@server/stores/units';
import {
  cloud,
  makeCode,
  makeFiling,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeUnit,
  makeUpload,
  NOW,
  someForm,
} from '../../support';
import { makeApplicant } from '../filing/registration';

/** Both sides of a handover, as approvals and registrations leave them. */

const since = new Date('2026-03-02T01:00:00.000Z');

/** An office whose rulebook is the coal association's with other seats, or another limit for reporting a change. */
export function officeWith(seats: Partial<Policy['seats']>, within: number | null = null) {
  const base = presets['shaanxi-coal'];
  const policy: Policy = {
    ...base,
    seats: { ...base.seats, ...seats },
    filing: { ...base.filing, reportChangeWithinWorkdays: within },
  };
  return makeOffice({ policy });
}

interface Holding {
  unit?: Partial<Unit>;
  name?: string;
  /** Names the deputy as well. */
  deputy?: string;
}

/** A unit with a liaison on its main seat, the record in force behind it, and a deputy when asked for. */
export async function seated({ unit: over = {}, name = '示例离任', deputy }: Holding = {}) {
  const holders: Partial<Record<SeatKind, string>> = { main: name, ...(deputy && { deputy }) };
  const id = over._id ?? (await makeUpload())._id.replace('upload-key', 'unit-held');
  const sitting = await Promise.all(
    (Object.entries(holders) as [SeatKind, string][]).map(async ([kind, who]) => {
      const unitName = over.name ?? `示例${id}矿业有限公司`;
      const person = await makePerson({
        name: who,
        seats: [{ unitId: id, unitName, kind, since }],
      });
      const seat: Seat = {
        kind,
        openid: person.openid,
        name: who,
        position: '办公室主任',
        phone: '19900001234',
        landline: '029-88880000',
        filingId: `${id}-${kind}`,
        numbers: ['协会联备〔2026〕1号'],
        since,
      };
      return { person, seat };
    }),
  );
  const seatOf = (kind: SeatKind) => sitting.find(({ seat }) => seat.kind === kind);
  const unit = await makeUnit({
    _id: id,
    seats: { main: seatOf('main')?.seat ?? null, deputy: seatOf('deputy')?.seat ?? null },
    seated: true,
    vacantSince: null,
    ...over,
  });
  for (const { seat } of sitting)
    await makeFiling(unit, {
      _id: seat.filingId,
      kind: seat.kind,
      openid: seat.openid,
      form: someForm({ unitName: unit.name, name: seat.name }),
      state: 'approved',
      open: false,
      inForce: true,
      since,
      numbers: seat.numbers,
      order: `${since.toISOString()}_${seat.filingId}`,
    });
  const [main, second] = [seatOf('main')?.person, seatOf('deputy')?.person];
  if (!main) throw new Error('nobody on the main seat');
  return { unit, leaver: main, deputy: second ?? main };
}

export const CHANGED = { changedOn: '2026-11-20', reason: '调到生产部' };

/** Somebody consented, with what `filing.submit` takes for the unit. */
export async function successorOf(unit: Unit, name = '示例接任') {
  const who = await makeApplicant();
  const { _id: codeId } = await makeCode();
  const input = { codeId, unitId: unit._id, form: who.formWith({ unitName: unit.name, name }) };
  return { who, input };
}

/** A handover the successor began: registration sent in, nobody's word given yet. */
export async function begun(holding: Holding = {}) {
  const { unit, leaver, deputy } = await seated(holding);
  const { who, input } = await successorOf(unit);
  const sent = await who.change('filing.submit', { ...input, handover: CHANGED });
  return {
    unit,
    leaver,
    deputy,
    successor: who,
    filingId: sent.filingId,
    handoverId: sent.handoverId ?? '',
  };
}

/** Both sides agreed. */
export async function ready(holding: Holding = {}) {
  const all = await begun(holding);
  await all.leaver.change('handover.agree', { handoverId: all.handoverId });
  await all.successor.change('handover.agree', { handoverId: all.handoverId });
  return all;
}

/** The code of the handover under way, what the leaver shows; any one when there is only one. */
export async function codeOf(handoverId?: string): Promise<string> {
  const [row] = (await cloud.find(
    'handovers',
    handoverId ? { _id: handoverId } : {},
  )) as unknown as Handover[];
  return row?.code ?? '';
}

/** A notice the unit has not confirmed. */
export async function owed(unit: Unit) {
  const notice = await makeNotice();
  await makeReceipt(notice, unit);
  return notice;
}

export const letterOf = (owner: string) => makeUpload({ owner, use: 'letter' });

export const TODAY = NOW.slice(0, 10);
