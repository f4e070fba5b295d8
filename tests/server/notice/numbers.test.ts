import type { Doc } from '@local-cloud';
import {
  cloud,
  makeNotice,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeLiaison,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { scannedBy, secretariat, someNotice } from './many';

const input = { hostId: 'association', year: 2026 };
const formal = (over: Parameters<typeof someNotice>[0] = {}) => someNotice({ style: 'formal', ...over });

describe('notice.numbers', () => {
  it('turns away strangers and liaisons; any staff may look', async () => {
    await makeOffice();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.numbers', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.numbers', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.numbers', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('notice.numbers', input)).toEqual({
      last: 0,
      upcoming: '协会发〔2026〕1号',
      numbers: [],
      next: null,
    });
  });

  it.each([
    [{ hostId: { $ne: 1 } }, 'hostId'],
    [{ hostId: 'ministry' }, 'hostId'],
    [{ year: '2026' }, 'year'],
    [{ year: 1999 }, 'year'],
    [{ cursor: 'x' }, 'cursor'],
    [{ cursor: '-1' }, 'cursor'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const staff = await secretariat();
    expect(await staff.fails('notice.numbers', { ...input, ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('lists documents, withdrawn and corrected ones, and gaps; plain notices take none', async () => {
    const staff = await secretariat();
    await makeUnit();
    await staff.change('notice.publish', formal({ title: '第一份' }));
    const second = await staff.change('notice.publish', formal({ title: '第二份' }));
    const third = await staff.change('notice.publish', formal({ title: '第三份' }));
    await staff.change('notice.publish', someNotice({ title: '便条' }));
    await staff.change('notice.withdraw', { noticeId: second.noticeId, reason: '有误' });
    const again = { body: formal().body, dueAt: formal().dueAt, note: '更正', again: true };
    const fresh = await staff.change('notice.correct', {
      ...again,
      noticeId: third.noticeId,
      title: '第三份（更正）',
    });
    const { numbers } = await staff.ask('notice.numbers', input);
    expect((await requestsOf('notice.numbers')).length).toBeLessThanOrEqual(4);
    expect(numbers.slice(-3)).toMatchObject([
      {
        n: 3,
        text: '协会发〔2026〕3号',
        state: 'corrected',
        notice: { noticeId: fresh.noticeId, title: '第三份（更正）', publishedAt: NOW },
      },
      { n: 2, state: 'withdrawn', notice: { title: '第二份' } },
      { n: 1, state: 'valid', notice: { title: '第一份' } },
    ]);
  });

  it('shows a number whose publication died before the notice was written as a gap', async () => {
    const staff = await secretariat();
    await makeUnit();
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 1, // the counter's own row is the first
      times: 1,
      fault: 'kill-function',
    });
    await staff.call('notice.publish', formal(), 'test-request-of-a-gap').catch(() => null);
    await staff.change('notice.publish', formal({ title: '第二份' }));
    const { numbers, last } = await staff.ask('notice.numbers', input);
    expect(last).toBe(2);
    expect(numbers).toMatchObject([
      { n: 2, state: 'valid' },
      { n: 1, text: '协会发〔2026〕1号', state: 'gap', notice: null },
    ]);
  });

  it('counts each host and each year by itself', async () => {
    const staff = await secretariat();
    await makeUnit();
    await staff.change('notice.publish', formal());
    await staff.change('notice.publish', formal({ hostId: 'society' }));
    await cloud.clock.set('2026-12-31T16:30:00.000Z'); // already 2027 in Shanghai
    const dueAt = '2027-01-05T09:00:00.000Z';
    await staff.change('notice.publish', formal({ dueAt }));
    const textsOf = async (hostId: string, year: number) =>
      (await staff.ask('notice.numbers', { hostId, year })).numbers.map(({ text }) => text);
    expect(await textsOf('association', 2026)).toEqual(['协会发〔2026〕1号']);
    expect(await textsOf('society', 2026)).toEqual(['学会发〔2026〕1号']);
    expect(await textsOf('association', 2027)).toEqual(['协会发〔2027〕1号']);
    expect(await textsOf('society', 2027)).toEqual([]);
    await cloud.clock.set(NOW);
  });

  it('gives 20 documents published at once 20 numbers', async () => {
    const staff = await secretariat();
    await makeUnit();
    await Promise.all(Array.from({ length: 20 }, () => staff.change('notice.publish', formal())));
    const { numbers, last } = await staff.ask('notice.numbers', input);
    expect(last).toBe(20);
    expect(numbers.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
    expect(numbers.every(({ state }) => state === 'valid')).toBe(true);
  }, 600_000);

  it('is paged by number, right with thousands, reading no more than it shows', async () => {
    const staff = await secretariat();
    const first = await makeNotice({ style: 'formal' });
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      ...first,
      _id: `numbered-${i + 1}`,
      number: { year: 2026, n: i + 1, text: `协会发〔2026〕${i + 1}号` },
      numberKey: `association|2026|${String(i + 1).padStart(6, '0')}`,
    })).filter(({ number }) => number.n % 7 !== 0);
    await cloud.insert('notices', rows as unknown as Doc[]);
    await cloud.insert('counters', [{ _id: 'notice_2026', last: { association: 3000 } }]);
    const seen: { n: number; state: string }[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await staff.ask('notice.numbers', { ...input, ...(cursor && { cursor }) });
      if (!cursor) expect(await scannedBy('notice.numbers')).toBeLessThanOrEqual(60);
      seen.push(...page.numbers);
      if (!page.next) break;
      cursor = page.next;
    }
    expect(seen.map(({ n }) => n)).toEqual(Array.from({ length: 3000 }, (_, i) => 3000 - i));
    expect(seen.filter(({ state }) => state === 'gap').every(({ n }) => n % 7 === 0)).toBe(true);
    expect(seen.filter(({ state }) => state === 'valid')).toHaveLength(rows.length);
  }, 600_000);
});
