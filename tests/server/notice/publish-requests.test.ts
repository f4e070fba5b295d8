import type { Body } from '@contract/body';
import type { Input } from '@contract/index';
import { presets } from '@contract/policy/presets';
import { usualNotices } from '@contract/policy/notices-part';
import type { Draft } from '@server/stores/drafts';
import { cloud, later, makeOffice, makeStaff, makeUpload, NOW, requestId, requestsOf } from '../../support';
import { makeGroup } from '../group/groups';
import { begunDraft } from './drafting';
import { manyUnits, someNotice } from './many';

/** 'notice.publish' and 'notice.correct' cost this much in every combination, and one write for each 100 units. */
const MOST = 12;
const MINUTE = 60_000;

const switches = ['group', 'formal', 'picture', 'file', 'form', 'urgent'] as const;
type On = Record<(typeof switches)[number], boolean>;

/** Each of them on and off, with all the others. */
const combinations: On[] = Array.from(
  { length: 2 ** switches.length },
  (_, n) => Object.fromEntries(switches.map((name, i) => [name, Math.floor(n / 2 ** i) % 2 === 1])) as On,
);
const everything = combinations[combinations.length - 1] as On;
const said = (on: On) => switches.filter((name) => on[name]).join(' ') || 'plain';

async function world(count: number, review: boolean) {
  await makeOffice({ policy: { ...presets['shaanxi-coal'], notices: { ...usualNotices, review } } });
  const [writer, chief] = [await makeStaff('editor', '示例写手'), await makeStaff('secretary-general')];
  await manyUnits(count);
  const group = await makeGroup();
  const due = { at: new Date(NOW), since: new Date(NOW), traceId: null, tries: 0, verdict: null };
  const picture = await makeUpload({ owner: writer.openid, check: { state: 'due', ...due } });
  const file = await makeUpload({ owner: writer.openid, use: 'attachment', name: '附件.pdf' });
  const words = (on: On): Input<'notice.publish'> =>
    someNotice({
      style: on.formal ? 'formal' : 'plain',
      urgent: on.urgent,
      audience: on.group ? { kind: 'rule', groups: [group._id] } : { kind: 'rule', regions: ['西安'] },
      asking: on.form
        ? { kind: 'form', questions: [{ id: 'q1', kind: 'count', label: '人数', required: true, max: 9 }] }
        : { kind: 'confirm' },
      body: [
        { type: 'paragraph', runs: [{ text: '各会员单位：请报送。' }] },
        ...((on.picture ? [{ type: 'picture', fileKey: picture._id, caption: '' }] : []) as Body),
        ...((on.file ? [{ type: 'file', fileKey: file._id, name: '附件.pdf', size: 9 }] : []) as Body),
      ],
    });
  const draft = async (on: On) => {
    const begun = await begunDraft(writer);
    if (!review) return begun;
    const sent = await writer.change('notice.submitDraft', { ...at(begun), publication: words(on) });
    return chief.change('notice.reviewDraft', { ...at(sent), approve: true });
  };
  return { writer, words, draft };
}
const at = ({ draftId, version }: Pick<Input<'notice.submitDraft'>, 'draftId' | 'version'>) => ({
  draftId,
  version,
});

const ofDatabase = (requests: string[]) => requests.filter((one) => one.startsWith('database.'));

/** Each minute asks whether a draft is due and whether a notice needs anything, publication or not. */
const ASKED_ANYHOW = 2;

/** Those of a run of the timer from the draft that was due until its publication stands. */
async function timersRequests(): Promise<string[]> {
  const last = (await cloud.invocations()).filter((one) => one.function === 'dispatch').pop();
  const all = (last?.requests ?? []).map(({ action, collection }) => `${action} ${collection}`);
  const finished = ofDatabase(all).lastIndexOf('database.insertDocument receipts') + 1;
  expect(ofDatabase(all)[finished]).toBe('database.modifyDocument notices');
  return ofDatabase(all).slice(ASKED_ANYHOW, finished + 1);
}

describe.each([
  ['looked over before', true],
  ['not looked over', false],
])('the requests of a publication, %s', (_what, review) => {
  it('are 12 and a batch in each combination', async () => {
    const { writer, words, draft } = await world(3, review);
    const over: string[] = [];
    for (const on of combinations) {
      const { draftId } = await draft(on);
      await writer.change('notice.publish', words(on), draftId);
      const spent = ofDatabase(await requestsOf('notice.publish'));
      if (spent.length > MOST + 1) over.push(`${said(on)}: ${spent.join(', ')}`);
    }
    expect(over).toEqual([]);
    expect(await cloud.find('notices', { state: 'published' })).toHaveLength(combinations.length);
    expect(await cloud.find('audits', { action: 'notice.publish' })).toHaveLength(combinations.length);
  }, 300_000);

  it('are 12 and a batch in each combination when the timer publishes', async () => {
    const { writer, words, draft } = await world(3, review);
    const over: string[] = [];
    for (const [i, on] of combinations.entries()) {
      const publishAt = new Date(Date.parse(NOW) + (2 * i + 1) * MINUTE).toISOString();
      const begun = await draft(on);
      await writer.change('notice.scheduleDraft', { ...at(begun), publishAt, publication: words(on) });
      await cloud.clock.set(new Date(Date.parse(NOW) + (2 * i + 2) * MINUTE).toISOString());
      await cloud.fireTimer('minute');
      const spent = await timersRequests();
      if (spent.length > MOST + 1) over.push(`${said(on)}: ${spent.join(', ')}`);
    }
    expect(over).toEqual([]);
    expect(await cloud.find('notices', { state: 'published' })).toHaveLength(combinations.length);
    await cloud.clock.set(NOW);
  }, 300_000);

  it('to 420 units with everything at once, now and by the timer, are 12 and 5 batches', async () => {
    const { writer, words, draft } = await world(420, review);
    const now = await draft(everything);
    expect(await writer.change('notice.publish', words(everything), now.draftId)).toMatchObject({
      total: 420,
      state: 'published',
    });
    expect(ofDatabase(await requestsOf('notice.publish')).length).toBeLessThanOrEqual(MOST + 5);
    const then = await draft(everything);
    const publishAt = later(1).toISOString();
    await writer.change('notice.scheduleDraft', { ...at(then), publishAt, publication: words(everything) });
    await cloud.clock.set(later(1.01).toISOString());
    await cloud.fireTimer('minute');
    expect((await timersRequests()).length).toBeLessThanOrEqual(MOST + 5);
    expect(await cloud.find('notices', { _id: then.draftId })).toMatchObject([
      { state: 'published', counts: { total: 420 } },
    ]);
    expect((await cloud.find('drafts', {})) as unknown as Draft[]).toMatchObject([
      { state: 'published' },
      { state: 'published' },
    ]);
    await cloud.clock.set(NOW);
  }, 120_000);
});

describe('the requests of a correction', () => {
  it('to 420 units are 12 and 5 batches, in place 12', async () => {
    const { writer, words, draft } = await world(420, false);
    const { draftId: noticeId } = await draft(everything);
    await writer.change('notice.publish', words(everything), noticeId);
    const picture = await makeUpload({ owner: writer.openid });
    const { title, body } = words(everything);
    const wanted: Body = [...(body as Body), { type: 'picture', fileKey: picture._id, caption: '' }];
    const dueAt = later(5).toISOString();
    const input = { noticeId, title, body: wanted, dueAt, note: '补一张图', again: false };
    await writer.change('notice.correct', input);
    expect(ofDatabase(await requestsOf('notice.correct')).length).toBeLessThanOrEqual(MOST);
    const id = requestId();
    const third = await makeUpload({ owner: writer.openid });
    const again: Body = [...wanted, { type: 'picture', fileKey: third._id, caption: '' }];
    await writer.change('notice.correct', { ...input, body: again, again: true }, id);
    expect(ofDatabase(await requestsOf('notice.correct')).length).toBeLessThanOrEqual(MOST + 5);
    expect(await cloud.find('notices', { _id: id })).toMatchObject([
      { state: 'published', counts: { total: 420 } },
    ]);
    expect(await cloud.find('receipts', { noticeId: id })).toHaveLength(420);
  }, 120_000);
});
