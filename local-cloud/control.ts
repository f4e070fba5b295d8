import { randomBytes } from 'node:crypto';
import { checkDoc } from './actions/database/parts';
import type { Cloud } from './cloud';
import { find, planName } from './engine/read';
import { parsed } from './functions/functions';
import { callAs } from './http/client';
import { readSort } from './query/sort';
import type { CallReply, Doc, LocalCloudControl } from './types';

/** The control surface of a cloud in this process. */
export function controlOf(cloud: Cloud): LocalCloudControl {
  return {
    get url() {
      return cloud.url;
    },
    call: async (name, data, caller) => {
      if (caller?.openid !== undefined) return callAs(cloud, name, data, caller.openid);
      return parsed(await cloud.functions.invoke(name, JSON.stringify(data ?? {}), { source: 'scf' }));
    },
    reset: async () => cloud.reset(),
    clock: {
      set: async (iso) => cloud.clock.set(iso),
      advance: async (ms) => cloud.clock.advance(ms),
      release: async () => cloud.clock.release(),
    },
    invocations: async () => cloud.invocations.list(),
    unserved: async () => cloud.unserved(),
    messages: async () => cloud.wechat.messages(),
    script: async (what) => cloud.faults.arm(what),
    fireTimer: async (name) => fireTimer(cloud, name),
    push: async (message) => cloud.push(message),
    find: async (collection, filter) =>
      find(cloud.store, cloud.store.collection(collection), { query: filter as Doc }).rows.map(
        (row) => row.doc,
      ),
    insert: async (collection, docs) => insertAll(cloud, collection, docs),
    explain: async (name, filter, sort) => {
      const { rows, scanned, plan } = find(cloud.store, cloud.store.collection(name), {
        query: filter as Doc,
        sort: readSort(sort),
      });
      return {
        index: planName(plan),
        ...(plan.kind === 'or' ? { branches: plan.branches.map((branch) => branch.index.spec.name) } : {}),
        scanned,
        returned: rows.length,
        sorted:
          plan.kind === 'index' ? plan.sorted : plan.kind === 'or' && plan.branches.every((b) => b.sorted),
        served: plan.served,
      };
    },
  };
}

/** Finds the function that has this timer and invokes it. */
async function fireTimer(cloud: Cloud, name: string): Promise<CallReply> {
  const found = cloud.functions.timers().find(({ timer }) => timer.name === name);
  if (found === undefined) throw new Error(`no function has a timer ${name}`);
  return cloud.timer(found.function, name, cloud.clock.now());
}

function insertAll(cloud: Cloud, name: string, docs: Doc[]): void {
  const collection = cloud.store.collection(name);
  cloud.store.write(() => {
    for (const doc of docs) {
      const { _id = randomBytes(16).toString('hex'), ...rest } = doc;
      cloud.store.insert(collection, checkDoc({ _id, ...rest }));
    }
  });
}
