import * as v from 'valibot';
import { checkAnswers } from '@contract/answers';
import { body } from '@contract/body';
import { form, formFault } from '@contract/form';
import { presets } from '@contract/policy/presets';
import { unitContract } from '@contract/unit';
import { shanghaiDay } from '@contract/rules/calendar';
import { isMember } from '@contract/rules/member';
import { isDone } from '@contract/rules/receipt';
import { isWorkday } from '@server/kit/calendar';
import { searchFields } from '@server/kit/search';
import { collections } from '../../config/database';
import { generate } from '../../scripts/demo/generate';
import type { DemoData } from '../../scripts/demo/rows';

const now = new Date('2026-11-21T02:00:00Z');
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const KEY = /^[A-Za-z0-9_-]{1,128}$/;

let data: DemoData;
beforeAll(() => {
  data = generate({ units: 420, seed: 1, now });
});

const rows = () => data.rows;
const by = <T extends { _id: string }>(list: T[]) => new Map(list.map((row) => [row._id, row]));

test('the same arguments give the same rows, another seed others', () => {
  expect(generate({ units: 60, seed: 7, now })).toEqual(generate({ units: 60, seed: 7, now }));
  expect(generate({ units: 60, seed: 8, now }).rows.units).not.toEqual(
    generate({ units: 60, seed: 7, now }).rows.units,
  );
});

test('is as large as a real association, and quick', () => {
  const { units, people, notices, receipts, codes } = rows();
  expect(units.filter(({ active }) => active)).toHaveLength(420);
  expect(units.filter(({ seated }) => seated)).toHaveLength(380);
  expect(new Set(units.map(({ region }) => region)).size).toBeGreaterThanOrEqual(9);
  expect(people.length).toBeGreaterThan(380);
  expect(notices.length).toBeGreaterThanOrEqual(58);
  expect(receipts.length).toBeGreaterThanOrEqual(25_000);
  expect(codes).toHaveLength(4);
});

test('fewer units than the actors need are refused', () => {
  expect(() => generate({ units: 19, seed: 1, now })).toThrow('at least 20');
  const few = generate({ units: 20, seed: 1, now }).rows.units;
  expect(few.filter(({ active }) => active)).toHaveLength(20);
});

test('collections are those of the database, ids valid and distinct', () => {
  const known = collections.map(({ name }) => name);
  for (const [name, list] of Object.entries(rows()) as [string, { _id: string }[]][]) {
    expect(known).toContain(name);
    expect(new Set(list.map(({ _id }) => _id)).size).toBe(list.length);
    // Keys of messages are made of ids, and named in no link.
    for (const { _id } of list) expect(_id).toMatch(name === 'outbox' ? KEY : ID);
  }
  for (const { _id } of rows().codes) expect(_id).toMatch(/^[A-Za-z0-9]{16,20}$/);
});

test('what an index keeps unique is unique', () => {
  for (const { name, indexes } of collections)
    for (const { keys } of indexes.filter(({ unique }) => unique)) {
      const list = (rows() as unknown as Record<string, Record<string, unknown>[]>)[name] ?? [];
      const values = list.map((row) => JSON.stringify(keys.map(([field]) => row[field])));
      expect(new Set(values).size).toBe(list.length);
    }
});

test('counters of notices equal a recount of their receipts', () => {
  const { notices, receipts, units } = rows();
  for (const { _id, counts, audience } of notices) {
    const own = receipts.filter(({ noticeId }) => noticeId === _id);
    const count = (...states: string[]) => own.filter(({ state }) => states.includes(state)).length;
    expect(counts).toEqual({
      total:
        audience.kind === 'all'
          ? units.filter(({ active }) => active).length
          : (audience.unitIds ?? []).length,
      opened: count('opened', 'confirmed', 'answered'),
      confirmed: count('confirmed', 'answered'),
      ...(count('answered') && { answered: count('answered') }),
    });
    expect(own).toHaveLength(counts.total);
  }
});

test('three notices run, one was taken back, the others are nearly or wholly confirmed and due', () => {
  const { notices } = rows();
  const shares = notices.map(({ counts }) => counts.confirmed / counts.total);
  expect(shares.slice(-4).map((share) => share.toFixed(2))).toEqual(['0.12', '0.74', '0.52', '0.35']);
  for (const share of shares.slice(0, -4)) expect(share).toBeGreaterThanOrEqual(0.95);
  expect(notices.filter(({ dueAt }) => dueAt > now)).toEqual(notices.slice(-4));
  expect(notices.slice(-4).map(({ state }) => state)).toEqual([
    'withdrawn',
    ...['published', 'published', 'published'],
  ]);
});

test('a notice taken back waits for nobody', () => {
  const { notices, receipts } = rows();
  const [back, ...others] = notices.filter(({ state }) => state === 'withdrawn');
  expect(others).toEqual([]);
  expect(back).toMatchObject({ running: false, withdrawn: { reason: expect.stringMatching(/.{5}/) } });
  for (const row of receipts.filter(({ noticeId }) => noticeId === back?._id)) {
    expect(row).toMatchObject({ closed: 'withdrawn', done: true });
    for (const { at } of [row.opened, row.confirmed].filter((stamp) => stamp !== null))
      expect(at <= (back?.withdrawn?.at ?? now)).toBe(true);
  }
});

test('forms that came in pass the rules of the form', () => {
  const { notices, receipts } = rows();
  const questions = new Map(
    notices.flatMap(({ _id, asking }) => (asking.kind === 'form' ? [[_id, asking.questions]] : [])),
  );
  const answered = receipts.filter(({ state }) => state === 'answered');
  expect(answered.length).toBeGreaterThan(100);
  for (const { noticeId, form: sent, tally = {}, picks = [] } of answered) {
    const { answers, fault } = checkAnswers(questions.get(noticeId) ?? [], sent?.answers ?? {});
    expect(fault).toBeNull();
    expect(answers).toEqual(sent?.answers);
    expect(Object.keys(tally ?? {})).toEqual(Object.keys(answers ?? {}));
    expect(picks).toEqual(expect.arrayContaining(Object.keys(answers ?? {})));
  }
});

test('formal documents are numbered without a gap, counters stand at the last', () => {
  const { notices, counters } = rows();
  const formal = notices.filter(({ style }) => style === 'formal');
  expect(formal.length).toBeGreaterThan(8);
  const keys = formal.map(({ numberKey }) => numberKey);
  expect(new Set(keys).size).toBe(formal.length);
  for (const { number } of notices.filter(({ style }) => style === 'plain')) expect(number).toBeUndefined();
  const given = counters.filter(({ _id }) => _id.startsWith('notice_'));
  expect(given.flatMap(({ last }) => Object.values(last)).reduce((sum, n) => sum + n, 0)).toBe(formal.length);
  expect(formal.at(-1)?.number?.text).toMatch(/^协会发〔2026〕\d+号$/);
});

test('ladders stand where time has brought them, the last finished notice at the heads', () => {
  const { notices, receipts } = rows();
  const chased = notices.filter(({ ladder }) => ladder);
  expect(chased).toEqual([notices.at(-5), ...notices.slice(-3)]);
  for (const { nextRungAt, ladder, publishedAt } of chased) {
    if (nextRungAt) expect(nextRungAt > now).toBe(true);
    for (const { sentAt } of ladder?.rungs ?? [])
      if (sentAt) expect(sentAt > publishedAt && sentAt <= now).toBe(true);
  }
  expect(chased.flatMap(({ nextRungAt }) => nextRungAt ?? [])).toHaveLength(3);
  const heads = receipts.filter(({ head }) => head === 'due');
  expect(heads).toEqual(receipts.filter((row) => row.noticeId === notices.at(-5)?._id && !row.done));
  expect(heads.length).toBeGreaterThan(5);
});

test('what was pushed and reminded stands in the outbox, one reminder a unit and day, and is spent', () => {
  const { notices, receipts, outbox, people } = rows();
  const row = by(outbox);
  const [receiptOf, personOf] = [by(receipts), by(people)];
  for (const notice of notices) {
    const own = receipts.filter(({ noticeId }) => noticeId === notice._id);
    const told = outbox.filter(({ _id }) => _id.startsWith(`push_${notice._id}_`));
    const pushes = own.flatMap(({ push, unitId }) => (push ? [`${unitId} ${push.state} ${push.code}`] : []));
    expect(told.map(({ unitId, state, code }) => `${unitId} ${state} ${code}`).sort()).toEqual(pushes.sort());
    expect(notice.push?.state === 'done').toBe(pushes.length > 0);
    for (const { workdays, end, sentAt, queued, already, unreachable } of notice.ladder?.rungs ?? []) {
      const nags = outbox.filter(({ requestId }) => requestId === `rung_${notice._id}_${workdays}_0`);
      expect(nags).toHaveLength(end === 'sent' ? (queued ?? -1) : 0);
      const missing = own.filter(({ doneAt }) => sentAt && (!doneAt || doneAt > sentAt));
      if (end === 'sent') expect((queued ?? 0) + (already ?? 0) + (unreachable ?? 0)).toBe(missing.length);
      for (const one of nags)
        expect(missing.map(({ unitId }) => unitId)).toContain(
          receiptOf.get(`${notice._id}_${one.unitId}`)?.unitId,
        );
    }
  }
  const reminded = outbox.filter(({ message }) => message === 'todo');
  expect(reminded.length).toBeGreaterThan(20);
  for (const { _id, unitId, sentAt } of reminded)
    expect(_id).toBe(`nag_${shanghaiDay(sentAt ?? now)}_${unitId}`);
  expect(row.size).toBe(outbox.length);
  for (const { state, sentAt } of outbox)
    expect(state === 'sent' ? sentAt && sentAt <= now : !sentAt).toBe(true);
  const spent = new Map<string, number>();
  for (const { openid, message } of outbox.filter(({ state }) => state === 'sent'))
    spent.set(`${openid} ${message}`, (spent.get(`${openid} ${message}`) ?? 0) + 1);
  for (const [key, n] of spent) {
    const [openid = '', message = ''] = key.split(' ');
    expect(personOf.get(openid)?.credits?.[message as 'notice' | 'todo']?.spent).toBe(n);
  }
});

test('groups have members and a leader of their own, some are not in the WeChat group', () => {
  const { groups, joins, units } = rows();
  expect(groups.length).toBeGreaterThanOrEqual(2);
  for (const { members, leaderId } of groups) {
    const inside = units.filter((unit) => unit.active && isMember(members, unit));
    expect(inside.length).toBeGreaterThan(10);
    expect(inside.map(({ _id }) => _id)).toContain(leaderId);
  }
  const [first] = groups;
  if (!first) throw new Error('no group');
  const own = joins.filter(({ groupId }) => groupId === first._id);
  const inside = units.filter((unit) => unit.active && isMember(first.members, unit));
  expect(own.length).toBeGreaterThan(10);
  expect(own.length).toBeLessThan(inside.length);
});

test('notices are published and due on working days, in order, and read like notices', () => {
  const { notices } = rows();
  expect(notices.map(({ order }) => order)).toEqual(notices.map(({ order }) => order).sort());
  for (const notice of notices) {
    expect(isWorkday(shanghaiDay(notice.publishedAt))).toBe(true);
    expect(isWorkday(shanghaiDay(notice.dueAt))).toBe(true);
    expect(notice.dueAt > notice.publishedAt).toBe(true);
    expect(notice.title).toMatch(/^关于.+的通知$/);
    expect(v.parse(body, notice.body)).toEqual(notice.body);
    expect(JSON.stringify(notice)).not.toMatch(/[{}]y|\{due|\{py/);
  }
  expect(new Set(notices.map(({ title }) => title)).size).toBeGreaterThan(50);
});

test('receipts: opened between publication and confirmation, by who held the seat then', () => {
  const { notices, receipts, filings, units } = rows();
  const noticeOf = by(notices);
  const unitOf = by(units);
  const ever = new Set(filings.map(({ openid, unitId }) => `${openid} ${unitId}`));
  const wrong = receipts.filter((row) => {
    const notice = noticeOf.get(row.noticeId);
    const unit = unitOf.get(row.unitId);
    if (!notice || !unit) return true;
    const stamps = [row.opened, row.confirmed].filter((stamp) => stamp !== null);
    const times = [notice.publishedAt, ...stamps.map(({ at }) => at), now].map(Number);
    return (
      row._id !== `${row.noticeId}_${row.unitId}` ||
      times.some((time, i) => time < (times[i - 1] ?? 0)) ||
      stamps.length !== { waiting: 0, opened: 1, confirmed: 2, answered: 2 }[row.state] ||
      row.done !== (row.closed === 'withdrawn' || isDone(row.ask, row.state)) ||
      row.changedAt !== (stamps.at(-1)?.at ?? null) ||
      row.place !== `${unit.regionKey}|${unit.sortKey}` ||
      stamps.some(({ openid }) => !ever.has(`${openid} ${row.unitId}`))
    );
  });
  expect(wrong).toEqual([]);
});

test('every unit passes the contract, every form too', () => {
  for (const { _id, ...unit } of rows().units) {
    expect(v.safeParse(unitContract['unit.save'].input, { ...unit, unitId: _id }).issues).toBeUndefined();
  }
  const { filing: asked } = presets['shaanxi-coal'];
  for (const filing of rows().filings) {
    expect(v.safeParse(form, filing.form).issues).toBeUndefined();
    expect(formFault(filing.form, asked, shanghaiDay(filing.submittedAt))).toBeNull();
  }
});

test('no telephone number outside the fake range, each with one person', () => {
  const text = JSON.stringify(data.rows);
  for (const number of text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? [])
    expect(number).toMatch(/^1990000\d{4}$/);
  for (const { form: sent } of rows().filings) expect(sent.landline).toMatch(/^0\d{2,3}-0000\d{4}$/);
  const owners = new Map(rows().filings.map(({ form: sent, openid }) => [sent.mobile, openid]));
  expect(owners.size).toBe(new Set(rows().filings.map(({ openid }) => openid)).size);
});

test('seats, people and filings tell the same', () => {
  const { units, people, filings } = rows();
  const [personOf, filingOf] = [by(people), by(filings)];
  for (const { _id, name, seated, seats } of units) {
    expect(seated).toBe(seats.main !== null);
    if (!seats.main) continue;
    const filing = filingOf.get(seats.main.filingId);
    expect(filing).toMatchObject({
      unitId: _id,
      state: 'approved',
      open: false,
      numbers: seats.main.numbers,
    });
    expect(personOf.get(seats.main.openid)?.seats).toContainEqual({
      unitId: _id,
      unitName: name,
      kind: 'main',
      since: seats.main.since,
    });
  }
  expect(people.flatMap(({ seats }) => seats)).toHaveLength(380);
  for (const person of people) if (!person.staff) expect(person.consents).toHaveLength(1);
});

test('some units left: without seats, their file and their liaison of then are kept', () => {
  const { units, filings, people } = rows();
  const left = units.filter(({ active }) => !active);
  expect(left).toHaveLength(4);
  for (const { _id, left: departure, leftSlot, seats, seated } of left) {
    expect([leftSlot, seated, seats.main, seats.deputy]).toEqual([_id, false, null, null]);
    expect(departure?.at && departure.at < now && shanghaiDay(departure.at) === departure.on).toBe(true);
    const [record, ...others] = filings.filter(({ unitId }) => unitId === _id);
    expect(others).toEqual([]);
    expect(record).toMatchObject({ state: 'closed', ended: '退会', until: departure?.at, inForce: false });
    expect(people.flatMap(({ seats: held }) => held).filter(({ unitId }) => unitId === _id)).toEqual([]);
  }
});

test('files are filled in: contacts with numbers of their own, tags, papers that exist', () => {
  const { units, filings, attachments, uploads } = rows();
  const numbers = units.flatMap(({ contacts }) => contacts.map(({ phone }) => phone));
  expect(numbers.length).toBeGreaterThan(600);
  expect(new Set(numbers).size).toBe(numbers.length);
  const liaisons = new Set(filings.map(({ form: sent }) => sent.mobile));
  expect(numbers.filter((number) => liaisons.has(number))).toEqual([]);
  expect(units.filter(({ tags }) => tags.length > 0).length).toBeGreaterThan(50);
  const named = units.filter(({ contacts }) => contacts.some(({ kind }) => kind === 'liaison'));
  expect(named.length).toBeGreaterThan(5);
  for (const { seated } of named) expect(seated).toBe(false);
  const keys = new Set(uploads.map(({ _id }) => _id));
  expect(attachments.length).toBeGreaterThan(80);
  for (const { fileKey, unitId } of attachments) {
    expect(keys.has(fileKey)).toBe(true);
    expect(by(units).get(unitId)?.active).toBe(true);
  }
  for (const unit of units) expect(unit).toMatchObject(searchFields(unit, unit._id));
});

test('every unit has a timeline, none of it in the future, by people who are there', () => {
  const { units, audits, people } = rows();
  const persons = by(people);
  const told = new Set(audits.map(({ unitId }) => unitId));
  expect(units.filter(({ _id }) => !told.has(_id))).toEqual([]);
  expect(audits.filter(({ at, openid }) => at > now || !persons.has(openid))).toEqual([]);
  expect(audits.filter(({ action }) => action === 'unit.leave')).toHaveLength(4);
  expect(audits.filter(({ action }) => action === 'notice.confirm').length).toBeGreaterThan(1000);
});

test('filing numbers are given once, counters stand at the last', () => {
  const numbers = rows().filings.flatMap((filing) => filing.numbers);
  expect(new Set(numbers).size).toBe(numbers.length);
  const counters = rows().counters.filter(({ _id }) => _id.startsWith('filing_'));
  const given = counters.flatMap(({ last }) => Object.values(last));
  expect(given.reduce((sum, n) => sum + n, 0)).toBe(numbers.length);
  for (const { _id, last } of counters) {
    expect(numbers).toContain(`协会联备〔${_id.slice(-4)}〕${last.association}号`);
  }
});

test('who is who: staff, two units, staff and liaison at once, newcomers', () => {
  const { people, filings, units } = rows();
  expect(people.flatMap(({ staff }) => staff?.role ?? [])).toEqual(['admin', 'secretary-general', 'editor']);
  expect(people.filter(({ seats }) => seats.length === 2)).toHaveLength(1);
  expect(people.filter(({ staff, seats }) => staff && seats.length)).toHaveLength(1);
  const open = filings.filter((filing) => filing.open);
  expect(open.map(({ state }) => state)).toEqual(['submitted', 'submitted', 'submitted', 'returned']);
  for (const { unitId } of open) expect(by(units).get(unitId)?.seated).toBe(false);
});

test('codes: open and valid, bound to a unit without liaison, expired, revoked; uses are filings sent', () => {
  const { codes, filings, units } = rows();
  const valid = codes.filter(({ revokedAt, expiresAt }) => !revokedAt && expiresAt > now);
  expect(valid.map(({ unitId }) => unitId !== null)).toEqual([false, true]);
  expect(by(units).get(valid[1]?.unitId ?? '')?.seated).toBe(false);
  expect(codes.filter(({ expiresAt }) => expiresAt < now)).toHaveLength(1);
  expect(codes.filter(({ revokedAt }) => revokedAt)).toHaveLength(1);
  for (const { _id, uses, createdAt, expiresAt, revokedAt } of codes) {
    const sent = filings.filter(({ codeId }) => codeId === _id);
    expect(uses).toBe(sent.length);
    for (const { submittedAt } of sent) {
      expect(submittedAt >= createdAt && submittedAt < (revokedAt ?? expiresAt)).toBe(true);
    }
  }
});

test('files that forms name are delivered as PNG', () => {
  const keys = new Set(data.files.map(({ key }) => key));
  expect(new Set(rows().uploads.map(({ _id }) => _id))).toEqual(keys);
  for (const { form: sent } of rows().filings) {
    expect(keys.has(sent.photo ?? '') && keys.has(sent.recommendation ?? '')).toBe(true);
  }
  for (const { bytes } of data.files) expect(bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('nothing lies in the future but deadlines and codes', () => {
  const { people, units, filings, notices } = rows();
  const dates = [
    ...people.map(({ createdAt }) => createdAt),
    ...units.map(({ updatedAt }) => updatedAt),
    ...filings.flatMap(({ history }) => history.map(({ at }) => at)),
    ...notices.map(({ publishedAt }) => publishedAt),
  ];
  expect(dates.filter((date) => date > now)).toEqual([]);
});

test.each(['2026-02-18T04:00:00Z', '2026-10-05T16:30:00Z', '2027-01-01T00:00:00Z', '2028-02-29T15:59:59Z'])(
  'can be made at any time: %s',
  (date) => {
    const at = new Date(date);
    const made = generate({ units: 40, seed: 3, now: at }).rows;
    expect(made.notices.length).toBeGreaterThanOrEqual(56);
    expect(made.notices.filter(({ dueAt, state }) => dueAt > at && state === 'published')).toHaveLength(3);
    for (const { opened, confirmed } of made.receipts) {
      if (opened) expect(opened.at <= (confirmed?.at ?? at) && opened.at <= at).toBe(true);
    }
  },
);
