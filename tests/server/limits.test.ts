import fc from '../support/fast-check';
import { collections } from '@config/database';
import { contract, type ActionName } from '@contract/index';
import type { ErrorReply } from '@contract/errors';
import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId, stranger } from '../support';
import { someNotice } from './notice/many';

const names = Object.keys(contract) as ActionName[];
const CHINESE = /[\u4e00-\u9fff]/;

const everything = async () =>
  Object.fromEntries(
    await Promise.all(collections.map(async ({ name }) => [name, await cloud.find(name, {})] as const)),
  );

/** As wx.cloud.callFunction sends it, limits of the platform included. */
async function post(body: string, openid = 'openid-x') {
  const reply = await fetch(`${cloud.url}/functions/api`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid, 'content-type': 'application/json' },
    body,
  });
  return (await reply.json()) as { result?: unknown; errCode?: number; errMsg?: string };
}

/** Names of the fields an action takes, so that junk reaches them. */
function fieldsOf(name: ActionName): string[] {
  const schema: object = contract[name].input;
  return 'entries' in schema ? Object.keys(schema.entries as object) : [];
}

const nasty = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '长'.repeat(5000),
  '\u0000',
  '\ud800',
  '__proto__',
  { $ne: null },
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { $regex: '.*' },
  [],
  [[[[[]]]]],
  [null],
  {},
  -1,
  0,
  1e308,
  true,
  { constructor: { prototype: {} } },
  { kind: 'units', unitIds: [{}] },
  [{ type: 'paragraph', runs: [{ text: 1 }] }],
  [{ type: 'file', fileKey: 'a', name: 'a', size: 1e400 }],
);
const junk = fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 1, arbitrary: fc.jsonValue() });

const inputOf = (name: ActionName): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record(Object.fromEntries(fieldsOf(name).map((field) => [field, junk])), {
        requiredKeys: [],
      }),
    },
    { weight: 1, arbitrary: junk },
  );

function mustBeClear(error: ErrorReply, input: unknown) {
  expect({ input, code: error.code, chinese: CHINESE.test(error.message) }).toMatchObject({ chinese: true });
  expect({ input, code: error.code }).not.toMatchObject({ code: 'busy' });
  expect(error.message.length).toBeLessThan(100);
}

describe('junk', () => {
  /** These take no field and are for everybody. */
  it.each(names.filter((name) => !['me.get', 'filing.mine', 'outbox.mine'].includes(name)))(
    'as a stranger is refused in Chinese and stores nothing: %s',
    async (name) => {
      const who = stranger();
      await fc.assert(
        fc.asyncProperty(inputOf(name), async (input) => mustBeClear(await who.fails(name, input), input)),
        { numRuns: 25, seed: 7, endOnFailure: true },
      );
      for (const [collection, rows] of Object.entries(await everything()))
        expect([collection, rows]).toEqual([collection, []]);
    },
  );

  it.each(names)('from staff and liaisons is never 系统繁忙: %s', async (name) => {
    await makeOffice();
    const staff = await makeStaff('admin');
    const { unit, liaison } = await makeSeatedUnit();
    const before = (await cloud.find('people', {})).length;
    await fc.assert(
      fc.asyncProperty(inputOf(name), fc.boolean(), async (input, byStaff) => {
        const acting =
          fieldsOf(name).includes('unitId') &&
          typeof input === 'object' &&
          input !== null &&
          !Array.isArray(input);
        const sent = acting ? { unitId: unit._id, ...input } : input;
        const reply = await (byStaff ? staff : liaison).call(name, sent, requestId());
        if (!reply.ok) mustBeClear(reply.error, sent);
        expect(JSON.stringify(reply)).not.toMatch(/openid-\d/);
      }),
      { numRuns: 25, seed: 11, endOnFailure: true },
    );
    expect(await cloud.find('people', {})).toHaveLength(before);
  });

  it('in me.get changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), junk), async (input) => {
        expect(await stranger().call('me.get', input)).toMatchObject({ ok: true, data: { person: null } });
      }),
      { numRuns: 25, seed: 13, endOnFailure: true },
    );
    expect((await everything()).people).toEqual([]);
  });
});

describe('size', () => {
  it('above 100 KB does not reach the function: WeChat refuses it', async () => {
    const body = {
      action: 'notice.publish',
      requestId: requestId(),
      input: someNotice({ title: '长'.repeat(35_000) }),
    };
    const reply = await post(JSON.stringify({ data: body }));
    expect(reply).toMatchObject({ errCode: -501007 });
    expect(reply.result).toBeUndefined();
    expect(await cloud.invocations()).toEqual([]);
  });

  it('just below is answered, naming the field', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const body = {
      action: 'notice.publish',
      requestId: requestId(),
      input: someNotice({ title: '长'.repeat(33_000) }),
    };
    expect(await post(JSON.stringify({ data: body }), staff.openid)).toMatchObject({
      result: { ok: false, error: { code: 'invalid', field: 'title', message: '标题最多100字' } },
    });
    expect(await cloud.find('notices', {})).toEqual([]);
  });

  it('of a request id is limited as well', async () => {
    expect(await stranger().fails('notice.confirm', {}, 'a'.repeat(90_000))).toMatchObject({
      field: 'requestId',
    });
  });

  it('of a body of 300 blocks as long as may be is refused with its field', async () => {
    await makeOffice();
    const body = Array.from({ length: 300 }, () => ({
      type: 'paragraph' as const,
      runs: [{ text: 'a'.repeat(200) }],
    }));
    expect(await (await makeStaff()).fails('notice.publish', someNotice({ body }))).toMatchObject({
      code: 'invalid',
      field: 'body',
    });
  });

  it('of a thousand brackets breaks nothing', async () => {
    const deep = `${'['.repeat(1000)}${']'.repeat(1000)}`;
    const reply = await post(
      `{"data":{"action":"notice.publish","requestId":"${requestId()}","input":{"title":"a","body":${deep}}}}`,
    );
    expect(reply.result).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('of a thousand brackets where text is meant names the field', async () => {
    const deep = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
    const reply = await post(`{"data":{"action":"notice.get","input":{"noticeId":${deep}}}}`);
    expect(reply.result).toMatchObject({ ok: false, error: { code: 'invalid', field: 'noticeId' } });
  });
});
