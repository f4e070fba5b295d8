import { cloud, makeLiaison, makeSeatedUnit, makeStaff, makeUnit, requestId, stranger } from '../../support';
import { secretariat, someNotice } from './many';

const input = { hostId: 'association', year: 2026, last: 25 };
const counter = async () => (await cloud.find('counters', { _id: 'notice_2026' }))[0];
const formal = () => someNotice({ style: 'formal' });

async function office() {
  const editor = await secretariat();
  await makeUnit();
  return { editor, admin: await makeStaff('admin') };
}

describe('notice.startNumber', () => {
  it('is a setting of the office: strangers, liaisons and clerks are turned away', async () => {
    const { editor } = await office();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.startNumber', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.startNumber', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.startNumber', input)).toMatchObject({ code: 'forbidden' });
    expect(await editor.fails('notice.startNumber', input)).toMatchObject({ code: 'forbidden' });
    expect(await counter()).toBeUndefined();
  });

  it.each([
    [{ hostId: '' }, 'hostId'],
    [{ hostId: 'ministry' }, 'hostId'],
    [{ year: 20.5 }, 'year'],
    [{ last: undefined }, 'last'],
    [{ last: 0 }, 'last'],
    [{ last: 1.5 }, 'last'],
    [{ last: 10_000 }, 'last'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const { admin } = await office();
    expect(await admin.fails('notice.startNumber', { ...input, ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
    expect(await counter()).toBeUndefined();
  });

  it('goes on from the paper register, whose numbers are listed as such', async () => {
    const { editor, admin } = await office();
    expect(await admin.change('notice.startNumber', input)).toEqual({ last: 25 });
    await editor.change('notice.publish', formal());
    const { numbers, upcoming } = await editor.ask('notice.numbers', input);
    expect(upcoming).toBe('协会发〔2026〕27号');
    expect(numbers).toHaveLength(26);
    expect(numbers[0]).toMatchObject({ text: '协会发〔2026〕26号', state: 'valid' });
    expect(numbers.slice(1).every(({ state }) => state === 'paper')).toBe(true);
    expect(await cloud.find('audits', { action: 'notice.startNumber' })).toMatchObject([
      { collection: 'counters', subjectId: 'notice_2026_association', openid: admin.openid },
    ]);
    // Again on paper for a while: only what was left out then is paper.
    await admin.change('notice.startNumber', { ...input, last: 28 });
    const later = await editor.ask('notice.numbers', input);
    expect(later.numbers.slice(0, 3)).toMatchObject([
      { n: 28, state: 'paper' },
      { n: 27, state: 'paper' },
      { n: 26, state: 'valid' },
    ]);
  });

  it('only goes up', async () => {
    const { editor, admin } = await office();
    await editor.change('notice.publish', formal());
    await editor.change('notice.publish', formal());
    for (const last of [1, 2])
      expect(await admin.fails('notice.startNumber', { ...input, last })).toMatchObject({
        code: 'conflict',
        field: 'last',
      });
    expect(await counter()).toMatchObject({ last: { association: 2 } });
  });

  it('leaves another host and another year alone', async () => {
    const { editor, admin } = await office();
    await admin.change('notice.startNumber', input);
    const of = (over: object) => editor.ask('notice.numbers', { ...input, ...over });
    expect(await of({ hostId: 'society' })).toMatchObject({ last: 0 });
    expect(await of({ year: 2027 })).toMatchObject({ last: 0 });
  });

  it('has one effect when sent five times at once and again after a number was taken', async () => {
    const { editor, admin } = await office();
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => admin.change('notice.startNumber', input, id)),
    );
    await editor.change('notice.publish', formal());
    answers.push(await admin.change('notice.startNumber', input, id));
    for (const answer of answers) expect(answer).toEqual({ last: 25 });
    expect(await counter()).toMatchObject({ last: { association: 26 } });
    expect(await cloud.find('audits', { action: 'notice.startNumber' })).toHaveLength(1);
  });

  it('meets publications at the same moment: no number twice', async () => {
    const { editor, admin } = await office();
    await Promise.all([
      admin.call('notice.startNumber', { ...input, last: 3 }, requestId()),
      ...Array.from({ length: 6 }, () => editor.change('notice.publish', formal())),
    ]);
    const taken = (await cloud.find('notices', {})).map(({ numberKey }) => numberKey);
    expect(new Set(taken).size).toBe(6);
  });
});
