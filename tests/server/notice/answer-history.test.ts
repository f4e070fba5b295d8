import type { Answers } from '@contract/answers';
import type { Receipt, Stamp } from '@server/stores/receipts';
import { cloud, makeReceipt, makeSeatedUnit, NOW, requestId } from '../../support';
import { formSent, handedIn, makeFormNotice, receiptNow, someAnswers } from './forms';

/** 'notice.answer' keeps what stood there before a change: who, when and what, for the unit itself and for staff. */

async function changedTo(
  { liaison, filled }: Awaited<ReturnType<typeof formSent>>,
  answers: Answers,
  version: string | undefined,
) {
  return (await liaison.change('notice.answer', { ...filled, answers, ...(version && { version }) }))
    .handedIn;
}

describe('the history of a form', () => {
  it('shows the unit and staff what was changed, by whom and when', async () => {
    const sent = await formSent();
    const { liaison, deputy, staff, filled, input } = sent;
    const first = await changedTo(sent, someAnswers, undefined);
    expect(first).toMatchObject({ revised: 0, earlier: [] });
    await cloud.clock.advance(3_600_000);
    const answers = { ...someAnswers, q1: 4, q4: '' };
    const id = requestId();
    const change = { ...filled, answers, version: first.version };
    const { handedIn: given } = await deputy.change('notice.answer', change, id);
    const expected = [
      {
        was: { at: NOW, by: '示例联络员' },
        now: { at: '2026-11-23T02:00:00.000Z', by: '示例副联络员' },
        changes: [
          { label: '参会人数', before: '2', after: '4' },
          { label: '备注', before: '自驾', after: '' },
        ],
      },
    ];
    expect(given).toMatchObject({ revised: 1, earlier: expected });
    expect(await deputy.change('notice.answer', change, id)).toEqual({ state: 'answered', handedIn: given });
    expect(await liaison.ask('notice.get', input)).toMatchObject({
      receipt: { handedIn: { earlier: expected } },
    });
    expect(await staff.ask('notice.answers', input)).toMatchObject({
      rows: [{ revised: 1, changedAt: '2026-11-23T02:00:00.000Z', earlier: expected }],
    });
    expect(await staff.ask('notice.answers', { noticeId: input.noticeId })).toMatchObject({
      rows: [{ revised: 1, changedAt: '2026-11-23T02:00:00.000Z', earlier: [] }],
    });
    await cloud.clock.set(NOW);
  });

  it('of what staff entered stays when the unit puts its own in its place', async () => {
    const { liaison, staff, filled, input } = await formSent();
    await staff.change('notice.record', { ...input, channel: 'phone', name: '示例甲', answers: someAnswers });
    const version = (await receiptNow()).form?.version;
    const answers = { ...someAnswers, q3: ['不住'] };
    await liaison.change('notice.answer', { ...filled, answers, ...(version && { version }) });
    const { rows } = await staff.ask('notice.answers', input);
    expect(rows[0]?.earlier).toMatchObject([
      {
        was: { by: '示例甲', onBehalf: { channel: 'phone' } },
        now: { by: '示例联络员' },
        changes: [{ label: '是否住宿', before: '住', after: '不住' }],
      },
    ]);
  });

  it('is the last five, and fewer where they are long', async () => {
    const sent = await formSent();
    let { version } = await changedTo(sent, someAnswers, undefined);
    for (let n = 1; n <= 5; n += 1)
      ({ version } = await changedTo(sent, { ...someAnswers, q4: `第${n}次` }, version));
    const seventh = await changedTo(sent, { ...someAnswers, q4: '第6次' }, version);
    expect(seventh.earlier.map(({ changes }) => changes[0]?.after)).toEqual(
      [6, 5, 4, 3, 2].map((n) => `第${n}次`),
    );
    const row: Receipt = await receiptNow();
    expect(row.earlier).toHaveLength(5);
    expect(row.form?.revised).toBe(6);
  });

  it('leaves out the oldest where forms are long, and keeps the row small', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const notice = await makeFormNotice();
    const files = Array.from({ length: 20 }, (_, i) => ({
      fileKey: `file-${i}`.padEnd(40, 'x'),
      name: '长'.repeat(480),
      size: 1,
    }));
    const made = handedIn();
    const stamp = made.answered as Stamp;
    const earlier = Array.from({ length: 5 }, (_, n) => ({ answers: { q1: n, q5: files }, stamp }));
    await makeReceipt(notice, unit, { ...made, earlier });
    const version = made.form?.version;
    const answers = { ...someAnswers, q1: 5 };
    await liaison.change('notice.answer', {
      noticeId: notice._id,
      unitId: unit._id,
      answers,
      ...(version && { version }),
    });
    const kept = (await receiptNow()).earlier ?? [];
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(40_000);
    expect(kept.map((one) => one.answers.q1)).toEqual([2, 3, 4, 2].slice(-kept.length));
    expect(kept.length).toBeGreaterThan(2);
  });

  it('lets a change at the same moment lose without a trace', async () => {
    const sent = await formSent();
    const { liaison, deputy, filled } = sent;
    const { version } = await changedTo(sent, someAnswers, undefined);
    await Promise.all(
      [liaison, deputy].map((who, i) =>
        who.call('notice.answer', { ...filled, answers: { ...someAnswers, q1: i }, version }, requestId()),
      ),
    );
    const row = await receiptNow();
    expect(row.earlier).toHaveLength(1);
    expect(row.earlier?.[0]).toMatchObject({ answers: someAnswers, stamp: { name: '示例联络员' } });
  });
});
