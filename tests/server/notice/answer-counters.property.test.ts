import fc from '../../support/fast-check';
import { cloud, makeLiaison, makeOffice, makeStaff, makeUnit, NOW, requestId } from '../../support';
import { questions, someAnswers } from './forms';
import { countersAndRows, someNotice } from './many';

/** Units and staff at one form in any order, with the api dying at any of its writes. */
type Step =
  | { do: 'open' | 'confirm' | 'answer' | 'change' | 'record' | 'unrecord'; unit: number; seat: number }
  | { do: 'fill' }
  | { do: 'kill'; skip: number; after: boolean };

const small = (max: number) => fc.nat({ max });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['open', 'confirm', 'answer', 'change', 'record', 'record', 'unrecord', 'unrecord'] as const),
      ),
      unit: small(1),
      seat: small(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fill' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('kill' as const), skip: small(2), after: fc.boolean() }),
  },
);

async function play(steps: Step[]): Promise<string> {
  await makeOffice();
  const staff = await makeStaff('editor');
  const units = [await makeUnit(), await makeUnit()];
  const seats = await Promise.all(
    units.map(async (unit) => [await makeLiaison(unit), await makeLiaison(unit)] as const),
  );
  const { noticeId } = await staff.change(
    'notice.publish',
    someNotice({ asking: { kind: 'form', questions } }),
  );
  const said = { channel: 'phone', name: '示例答复人', answers: someAnswers };
  for (const one of steps) {
    if (one.do === 'kill') {
      const fault = one.after ? 'kill-after' : 'kill-function';
      await cloud.script({
        api: 'database.modifyDocument',
        function: 'api',
        skip: one.skip,
        times: 1,
        fault,
      });
      continue;
    }
    if (one.do === 'fill') {
      const entries = units.map(({ _id }, i) => ({ unitId: _id, name: '', line: i + 1 }));
      await staff.call('notice.fillJielong', { noticeId, entries }, requestId()).catch(() => null);
      continue;
    }
    const input = { noticeId, unitId: units[one.unit]?._id ?? '' };
    const who = seats[one.unit]?.[one.seat];
    if (one.do === 'record')
      await staff.call('notice.record', { ...input, ...said }, requestId()).catch(() => null);
    else if (one.do === 'unrecord') await staff.call('notice.unrecord', input, requestId()).catch(() => null);
    else if (one.do === 'answer' || one.do === 'change') {
      const [row] = one.do === 'change' ? await cloud.find('receipts', input) : [];
      const version = (row as { form?: { version: string } | null } | undefined)?.form?.version;
      const answer = { ...input, answers: someAnswers, ...(version && { version }) };
      await who?.call('notice.answer', answer, requestId()).catch(() => null);
    } else await who?.call(`notice.${one.do}`, input, requestId()).catch(() => null);
  }
  return noticeId;
}

/** Dispatch until a run gets through. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i += 1) {
    const { result } = await cloud.fireTimer('minute');
    if ((result as { ok?: boolean } | undefined)?.ok) return;
  }
  throw new Error('dispatch never got through');
}

const FORM_AND_STATE = { answered: true, waiting: false, opened: false, confirmed: false };

describe('counters of a form', () => {
  it('equal a count of its rows after dispatch, and a row holds a form exactly while it is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        await cloud.reset();
        await cloud.clock.set(NOW);
        const noticeId = await play(steps);
        await settle();
        const { counts, rows } = await countersAndRows(noticeId);
        expect(counts).toEqual(rows);
        for (const row of await cloud.find('receipts', { noticeId })) {
          const { state, form, picks, done, onBehalf, answered, confirmed } = row as unknown as {
            state: keyof typeof FORM_AND_STATE;
            form?: object | null;
            picks?: string[];
            done: boolean;
            onBehalf?: boolean;
            answered?: { recordedBy?: object } | null;
            confirmed?: { recordedBy?: object } | null;
          };
          const has = FORM_AND_STATE[state];
          expect([!!form, !!picks?.length, done, !!answered]).toEqual([has, has, has, has]);
          expect(!!onBehalf).toBe(!!(answered ?? confirmed)?.recordedBy);
        }
      }),
      { numRuns: 25, seed: 20261121, endOnFailure: true },
    );
  }, 600_000);
});
