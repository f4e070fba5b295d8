import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ACTIONS } from './actions/table';
import { Clock } from './clock';
import { Store } from './engine/store';
import { Transactions } from './engine/transactions';
import { Faults } from './faults';
import { Functions, parsed } from './functions/functions';
import { Invocations } from './functions/invocations';
import { FileStore } from './storage/file-store';
import { Wechat } from './openapi/wechat';
import type { CallReply, LocalCloudOptions, UnservedQuery } from './types';

const UNSERVED_KEPT = 500;

/** Everything one local cloud consists of, apart from its HTTP server. */
export class Cloud {
  readonly envId = 'local-cloud';
  readonly clock = new Clock();
  readonly dataDir: string;
  readonly store: Store;
  readonly transactions: Transactions;
  readonly files: FileStore;
  readonly wechat: Wechat;
  readonly invocations = new Invocations();
  readonly faults: Faults;
  readonly functions: Functions;
  /** Set when the server listens. */
  url = '';
  readonly #temporary: boolean;
  readonly #used = new Map<string, number>();
  #unserved: UnservedQuery[] = [];
  /** Grows with every reset: work that waited across one gives up. */
  epoch = 0;

  constructor(readonly options: LocalCloudOptions) {
    this.#temporary = options.dataDir === undefined;
    this.dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
    mkdirSync(this.dataDir, { recursive: true });
    this.store = new Store(path.join(this.dataDir, 'cloud.db'), options.synchronous ?? 'FULL');
    this.store.declare(options.collections);
    this.transactions = new Transactions(this.store, this.clock);
    this.files = new FileStore(
      this.dataDir,
      this.store.sql,
      this.clock,
      `${this.envId}.6c6f-${this.envId}-1250000000`,
    );
    this.wechat = new Wechat(this);
    this.faults = new Faults(options.chaos);
    this.functions = new Functions(this);
  }

  /** Delivers a message push to the function `dispatch`, as the person it came from. */
  async push(message: Record<string, unknown>): Promise<CallReply> {
    const from = message.FromUserName;
    const openid = typeof from === 'string' && from !== '' ? { openid: from } : {};
    return parsed(
      await this.functions.invoke('dispatch', JSON.stringify(message), { ...openid, source: 'wx_push' }),
    );
  }

  /** Invokes a function as its timer trigger does. */
  async timer(functionName: string, trigger: string, at: number): Promise<CallReply> {
    const event = { Type: 'Timer', TriggerName: trigger, Time: new Date(at).toISOString(), Message: '' };
    return parsed(await this.functions.invoke(functionName, JSON.stringify(event), { source: 'wx_trigger' }));
  }

  /** Performs a wire action from inside, as an administrator. */
  async perform(action: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const work = ACTIONS[action];
    if (work === undefined) throw new Error(`no action ${action}`);
    return work({ cloud: this, action, params, requestId: '', running: undefined, note: {} });
  }

  /** Counts a read for the watch page; null: no index. */
  countUse(collection: string, index: string | null): void {
    for (const name of index === null ? [null] : index.split('+')) {
      const key = `${collection}/${name ?? ''}`;
      this.#used.set(key, (this.#used.get(key) ?? 0) + 1);
    }
  }

  /** How often an index (null: none) was read by since reset. */
  used(collection: string, index: string | null): number {
    return this.#used.get(`${collection}/${index ?? ''}`) ?? 0;
  }

  report(query: UnservedQuery): void {
    if (this.#unserved.length < UNSERVED_KEPT) this.#unserved.push(query);
  }

  unserved(): UnservedQuery[] {
    return this.#unserved.slice();
  }

  /** Back to the state after start, with warm instances. */
  reset(): void {
    this.epoch++;
    this.transactions.abortAll();
    this.invocations.reset();
    this.faults.reset();
    this.clock.release();
    this.#unserved = [];
    this.#used.clear();
    this.store.clear();
    this.files.clear();
    this.wechat.clear();
  }

  async stop(): Promise<void> {
    await this.functions.stop();
    this.transactions.close();
    this.store.close();
    if (this.#temporary) rmSync(this.dataDir, { recursive: true, force: true });
  }
}
