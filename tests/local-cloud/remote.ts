import type { CallReply, CollectionSpec, Doc, LocalCloud } from '../../local-cloud';
import { Pool } from '../../local-cloud/functions/pool';
import { fromWire, toWire } from '../../local-cloud/http/control-wire';

/** True when the suite is aimed at a real CloudBase environment instead of the local cloud. */
export const REMOTE = process.env.REMOTE === '1';

export interface RemoteEnvironment {
  env: string;
  secretId: string;
  secretKey: string;
  sessionToken?: string;
  region: string;
  /** Another address than CloudBase's own. */
  url?: string;
}

const NEEDED = {
  REMOTE_ENV: 'id of an environment used for nothing else',
  TENCENTCLOUD_SECRETID: 'of an account that may use it',
  TENCENTCLOUD_SECRETKEY: 'of the same account',
};

/** Reads the credentials; the error names what is missing. */
export function remoteEnvironment(variables: Record<string, string | undefined>): RemoteEnvironment {
  const missing = Object.entries(NEEDED).filter(([name]) => (variables[name] ?? '') === '');
  if (missing.length > 0)
    throw new Error(
      `REMOTE=1 runs against a real CloudBase environment and needs in its own environment: ${missing
        .map(([name, what]) => `${name} (${what})`)
        .join(', ')}; optional: TENCENTCLOUD_SESSIONTOKEN, TENCENTCLOUD_REGION, REMOTE_URL`,
    );
  return {
    env: variables.REMOTE_ENV ?? '',
    secretId: variables.TENCENTCLOUD_SECRETID ?? '',
    secretKey: variables.TENCENTCLOUD_SECRETKEY ?? '',
    sessionToken: variables.TENCENTCLOUD_SESSIONTOKEN,
    region: variables.TENCENTCLOUD_REGION ?? 'ap-shanghai',
    url: variables.REMOTE_URL,
  };
}

/** What the SDK reads; outside SCF it then talks to the public address of the environment. */
function sdkVariables(remote: RemoteEnvironment): Record<string, string> {
  return {
    TCB_ENV: remote.env,
    TENCENTCLOUD_REGION: remote.region,
    TENCENTCLOUD_SECRETID: remote.secretId,
    TENCENTCLOUD_SECRETKEY: remote.secretKey,
    ...(remote.sessionToken === undefined ? {} : { TENCENTCLOUD_SESSIONTOKEN: remote.sessionToken }),
    // With an address there is nothing to find out: as in SCF, the SDK then asks no metadata service.
    ...(remote.url === undefined
      ? {}
      : { TCB_CONTEXT_CNFG: JSON.stringify({ URL: remote.url }), TENCENTCLOUD_RUNENV: 'SCF' }),
  };
}

/** Collections of the suite have names nothing else has, and one of its own for every set of indexes. */
export function remoteName({ name, indexes }: CollectionSpec): string {
  return ['lct', name, ...indexes.map((index) => index.name)].join('_').slice(0, 33);
}

/** Names the suite's collections in code and in `from:` of a join. */
function renamed(code: string, collections: CollectionSpec[]): string {
  return collections.reduce(
    (text, spec) => text.replace(new RegExp(`(['"])${spec.name}\\1`, 'g'), `'${remoteName(spec)}'`),
    code,
  );
}

const REVIVE = `const revive = (v) => Array.isArray(v) ? v.map(revive) : v && typeof v === 'object'
  ? ('$date' in v ? new Date(v.$date) : Object.fromEntries(Object.entries(v).map(([k, x]) => [k, revive(x)]))) : v;`;
const INSERT = `${REVIVE} const docs = revive(event.docs); for (let i = 0; i < docs.length; i += 500) await db.collection(event.c).add({ data: docs.slice(i, i + 500) });`;
const FIND = `const wire = (v) => v instanceof Date ? { $date: v.getTime() } : Array.isArray(v) ? v.map(wire)
  : v && typeof v === 'object' ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, wire(x)])) : v;
  return wire((await db.collection(event.c).where(event.filter).limit(1000).get()).data);`;
const CLEAR = `const c = db.collection(event.c); for (;;) if ((await c.where({ _id: _.exists(true) }).remove()).stats.removed === 0) return;`;
const CREATE = `await db.createCollection(event.c).catch((e) => { if (!/exist/i.test(e.message)) throw e; });`;
const IS_UNIQUE = `const c = db.collection(event.c); await c.add({ data: { _id: 'probe1' } });
  return c.add({ data: { _id: 'probe2' } }).then(() => false, (e) => /E11000|duplicate/i.test(e.message));`;

/** A local cloud's face over a real environment: the same code runs in the same worker with the real SDK. */
export async function remoteCloud(
  remote: RemoteEnvironment,
  dir: string,
  collections: CollectionSpec[],
): Promise<LocalCloud> {
  const pool = new Pool({ name: 'run', dir, instances: 4 }, {}, () => undefined);
  let calls = 0;
  const execute = async (data: Record<string, unknown>): Promise<CallReply> => {
    const outcome = await pool.run({
      id: String(calls++),
      event: JSON.stringify(data),
      context: {},
      env: sdkVariables(remote),
      clock: { offset: 0 },
      timeoutMs: 120_000,
      onLog: () => undefined,
    });
    if (!outcome.ok) return { errCode: -1, errMsg: outcome.message, requestID: '' };
    const result: unknown = JSON.parse(outcome.result);
    return { result, requestID: '' };
  };
  const must = async <T>(run: string, data: Record<string, unknown>): Promise<T> => {
    const reply = await execute({ ...data, run });
    if (reply.errCode !== undefined) throw new Error(reply.errMsg);
    return reply.result as T;
  };
  const nameOf = (name: string) =>
    remoteName(collections.find((c) => c.name === name) ?? { name, indexes: [] });
  const reset = async () => {
    for (const spec of collections) await must(CLEAR, { c: remoteName(spec) });
  };
  await prepare(collections, must, reset).catch(async (error: unknown) => {
    await pool.stop();
    throw error;
  });
  const local = (what: string) => (): never => {
    throw new Error(`${what} is there on the local cloud only`);
  };
  return {
    url: remote.url ?? '',
    port: 0,
    call: (_name, data) => {
      const { run, ...rest } = data as { run: string };
      return execute({ ...rest, run: renamed(run, collections) });
    },
    reset,
    insert: async (c, docs) => must(INSERT, { c: nameOf(c), docs: toWire(docs) }),
    find: async (c, filter) => fromWire(await must(FIND, { c: nameOf(c), filter })) as Doc[],
    stop: () => pool.stop(),
    clock: { set: local('clock'), advance: local('clock'), release: local('clock') },
    invocations: local('invocations()'),
    unserved: local('unserved()'),
    messages: local('messages()'),
    script: local('script()'),
    fireTimer: local('fireTimer()'),
    push: local('push()'),
    explain: local('explain()'),
  };
}

/** Makes the collections, empties them, and checks that the unique indexes, which no SDK can make, are there. */
async function prepare(
  collections: CollectionSpec[],
  must: <T>(run: string, data: Record<string, unknown>) => Promise<T>,
  reset: () => Promise<void>,
): Promise<void> {
  for (const spec of collections) await must(CREATE, { c: remoteName(spec) });
  await reset();
  for (const spec of collections)
    for (const index of spec.indexes.filter((each) => each.unique === true)) {
      if (!(await must<boolean>(IS_UNIQUE, { c: remoteName(spec) })))
        throw new Error(`collection ${remoteName(spec)} needs the unique index ${JSON.stringify(index)}`);
      await reset();
    }
}
