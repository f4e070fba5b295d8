import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contract, type ActionName } from '@contract/index';
import { errorSentences } from '@contract/errors';
import { features as apiFeatures } from '@server/features';
import { documentFeatures } from '@server/features/documents';
import { anyone } from '@server/kit/rules';
import { served } from '@server/kit/serve';
import { as, cloud, requestId, stranger } from '../support';

const features = [...apiFeatures, ...documentFeatures];
const root = path.resolve(__dirname, '../..');
const names = Object.keys(contract) as ActionName[];
const takesFields = (name: ActionName) => {
  const { input }: { input: object } = contract[name];
  return !('entries' in input) || Object.keys(input.entries as object).length > 0;
};
const mutations = names.filter((name) => contract[name].kind === 'mutation');
const kebab = (verb: string) => verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const placeOf = (name: string) => {
  const [feature = '', verb = ''] = name.split('.');
  return { feature, verb: kebab(verb) };
};
const actFile = (name: string) => `server/features/${placeOf(name).feature}/actions/${placeOf(name).verb}.ts`;
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const list = (folder: string) =>
  existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)) : [];
/** An action's own test file, or several when its ladder is long: `publish.test.ts`, `publish-text.test.ts`. */
const testFiles = (name: string) =>
  list(`tests/server/${placeOf(name).feature}`)
    .filter((file) => new RegExp(`^${placeOf(name).verb}(-[a-z-]+)?\\.test\\.ts$`).test(file))
    .map((file) => `tests/server/${placeOf(name).feature}/${file}`);

/** Actions anybody may call; whoever adds one here has thought of what a stranger may see (decision D10). */
const OPEN: ActionName[] = [
  'me.get',
  'office.claim',
  'code.open',
  'code.findUnits',
  'file.ticket',
  'file.accept',
  'filing.consent',
  'filing.mine', // the caller's own, so nothing for a stranger
  'notice.get',
  'outbox.mine', // nothing left for a stranger
  'seat.proxy', // the proxy's code is the right
  'seat.accept',
];

describe('every action of the contract', () => {
  it('is served by exactly one feature', () => {
    const all = features.flatMap((feature) => Object.keys(feature.contract));
    expect([...all].sort()).toEqual([...names].sort());
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(
    features.map((feature) => [Object.keys(feature.contract)[0]?.split('.')[0] ?? '', feature] as const),
  )('has a policy and a handler of its own feature: %s', (word, { contract: own, policy, acts }) => {
    for (const part of [own, policy, acts]) {
      expect(Object.keys(part).sort()).toEqual(names.filter((name) => name.startsWith(`${word}.`)).sort());
    }
    for (const name of Object.keys(own)) {
      expect(policy[name]).toBeInstanceOf(Function);
      expect(acts[name]).toBeInstanceOf(Function);
    }
  });

  it('has a name of the form feature.verb', () => {
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/);
  });

  it.each(names)('has its act in the file that bears its name: %s', (name) => {
    expect(existsSync(path.join(root, actFile(name)))).toBe(true);
    expect(read(actFile(name))).toContain(`Act<'${name}'>`);
  });

  it.each(names)('has a test file that bears its name and walks its ladder: %s', (name) => {
    expect(
      existsSync(path.join(root, `tests/server/${placeOf(name).feature}/${placeOf(name).verb}.test.ts`)),
    ).toBe(true);
    const text = testFiles(name).map(read).join('\n');
    expect(text).toContain(`'${name}'`);
    expect(text).toMatch(/stranger/);
    if (takesFields(name)) expect(text).toMatch(/field/);
  });

  it('and nothing else has an act', () => {
    const acts = list('server/features').flatMap((feature) =>
      list(`server/features/${feature}/actions`).map((file) => `server/features/${feature}/actions/${file}`),
    );
    expect(acts.sort()).toEqual(names.map(actFile).sort());
  });

  it('is closed to strangers unless it is listed as open', () => {
    const open = [...served(features)].filter(([, { rule }]) => rule === anyone).map(([name]) => name);
    expect(open.sort()).toEqual([...OPEN].sort());
    for (const [name, { rule }] of served(features)) {
      const asStranger = () => rule({ openid: 'openid-nobody', person: null }, { unitId: 'unit-x' });
      if (OPEN.includes(name as ActionName)) expect(asStranger).not.toThrow();
      else expect(asStranger).toThrow(/[\u4e00-\u9fff]/);
    }
  });
});

describe('every mutation', () => {
  it.each(mutations)('says what it changed, and its test looks at the audit entry: %s', (name) => {
    const tests = testFiles(name).map(read).join('\n');
    expect(tests).toMatch(/'audits'/);
    const feature = `server/features/${placeOf(name).feature}`;
    const shared = list(feature)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(`${feature}/${file}`));
    expect([read(actFile(name)), ...shared].join('\n')).toMatch(/ctx\.record(In)?\(/);
  });

  it.each(mutations)('wants a request id: %s', async (name) => {
    for (const id of ['', 'short', 'x'.repeat(41), 'sixteen chars 字!!'])
      expect(await stranger().fails(name, {}, id)).toEqual({
        code: 'invalid',
        field: 'requestId',
        message: '缺少请求编号，请退出后重新打开',
      });
    expect(await cloud.find('audits', {})).toEqual([]);
  });
});

describe('what is not in the contract', () => {
  const strange: unknown[] = [
    'notice.delete',
    'notice',
    '',
    ' me.get',
    'ME.GET',
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(50_000),
    undefined,
    null,
    7,
    ['me.get'],
    {},
    { toString: 1, valueOf: 1 },
  ];
  it.each(strange.map((action, i) => [i, action]))('is refused: strange %i', async (_i, action) => {
    const { result } = await cloud.call(
      'api',
      { action, input: {}, requestId: requestId() },
      { openid: 'openid-x' },
    );
    expect(result).toEqual({
      ok: false,
      error: { code: 'invalid', field: 'action', message: '小程序版本过旧，请退出后重新打开' },
    });
    expect((await cloud.invocations()).flatMap(({ requests }) => requests)).toEqual([]);
  });

  it.each([[null], ['me.get'], [7], [[{ action: 'me.get' }]]])(
    'is refused when there is no event but %j',
    async (event) => {
      const { result } = await cloud.call('api', event, { openid: 'openid-x' });
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid', field: 'action' } });
    },
  );

  it('says nothing to a call without an openid, such as one from another function', async () => {
    const { result } = await cloud.call('api', { action: 'me.get', input: {} });
    expect(result).toMatchObject({ ok: false, error: { code: 'stranger' } });
    expect(await as('openid-x').ask('me.get', {})).toMatchObject({ person: null });
  });
});

describe('every error', () => {
  const CHINESE = /^[^A-Za-z]*[\u4e00-\u9fff][^A-Za-z]*$/;

  it.each(Object.entries(errorSentences))('has a sentence in Chinese: %s', (_code, sentence) => {
    expect(sentence).toMatch(CHINESE);
    expect(sentence.length).toBeGreaterThan(6);
  });

  it('that the server or the contract words itself is worded in Chinese', () => {
    const files = ['server', 'contract'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file}`),
    );
    const worded = files.flatMap((file) =>
      [...read(file).matchAll(/new AppError\(\s*'\w+',\s*(['"`])(.*?)\1/gs)].map(
        ([, , words]) => `${file}: ${words}`,
      ),
    );
    expect(worded.length).toBeGreaterThan(20);
    for (const one of worded) expect(one).toMatch(/: .*[\u4e00-\u9fff]/);
  });
});
