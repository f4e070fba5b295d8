import type { Doc, Value } from './value/value';

export type { Doc, Value };

export interface IndexSpec {
  name: string;
  keys: Array<[field: string, direction: 1 | -1]>;
  unique?: boolean;
}

export interface CollectionSpec {
  name: string;
  indexes: IndexSpec[];
}

/** Field name, e.g. `thing1`, to its Chinese label; the value type is the name without digits. */
export interface TemplateSpec {
  id: string;
  title: string;
  fields: Record<string, string>;
}

export interface FunctionSpec {
  name: string;
  /** Folder with index.js and config.json. */
  dir: string;
  timeoutMs?: number;
  memoryMb?: number;
  instances?: number;
}

export interface LocalCloudOptions {
  /** 0 or absent: any free port. */
  port?: number;
  host?: string;
  /** Absent: a temporary folder, removed on stop. */
  dataDir?: string;
  functions: FunctionSpec[];
  /** Created at start; an index is rebuilt when its declaration changed. */
  collections: CollectionSpec[];
  templates?: TemplateSpec[];
  /** Environment of every function. */
  env?: Record<string, string>;
  /** Folder of static files served at /. */
  site?: string;
  /** Extra GET endpoints of the embedding program, by path. */
  json?: Record<string, () => unknown>;
  /** Page paths of the released version; absent: not checked. */
  pages?: string[];
  /** SQLite; default FULL. */
  synchronous?: 'FULL' | 'OFF';
  /** Serves the control endpoints for connectLocalCloud. */
  control?: boolean;
  /** Runs the timer triggers of config.json; default true. */
  timers?: boolean;
  /** How long a plain write waits for a document held by a transaction; default 10 s. */
  lockWaitMs?: number;
  /** Random faults of every kind but the killing ones, reproducible by seed: share of requests (0–1) that fail. */
  chaos?: { seed: number; rate: number };
}

export interface CallReply {
  result?: unknown;
  errCode?: number;
  errMsg?: string;
  requestID: string;
}

export interface DatabaseRequest {
  action: string;
  collection: string;
  query?: string;
  scanned: number;
  returned: number;
  /** Name of the index used, `_id_`, several joined by `+`, or null for a scan. */
  index: string | null;
  served: boolean;
  transactionId?: string;
  error?: string;
}

export interface Invocation {
  requestID: string;
  function: string;
  openid?: string;
  /** `event.action` when that is a string. */
  action?: string;
  /** Wall time in the worker, without cold start. */
  ms: number;
  /** True when a new instance was started for it. */
  cold: boolean;
  at: string;
  requests: DatabaseRequest[];
  /** console output; lines of warn and error start with `[warn] ` and `[error] `. */
  logs: string[];
  error?: string;
}

export interface UnservedQuery {
  collection: string;
  action: string;
  query: string;
  order?: string;
  scanned: number;
  documents: number;
  function?: string;
  requestID?: string;
}

export interface SentMessage {
  touser: string;
  templateId: string;
  page?: string;
  data: Record<string, { value: string }>;
  at: string;
}

export type Fault =
  /** An error of choice; nothing is done. */
  | { errCode: number | string; errMsg: string }
  /** An HTTP status from 500 to 599 in place of a reply; nothing is done. */
  | { status: number }
  /** The platform's time-out error; nothing is done. */
  | 'timeout'
  /** The work is done, the connection breaks before the reply. */
  | 'drop-reply'
  /** The request arrives twice, as when a gateway repeats it: both are done, the second is answered. */
  | 'duplicate'
  /** Another transaction was first: for operations of a transaction and its commit. */
  | 'conflict'
  /** The function that made the request dies before the work, or after it. */
  | 'kill-function'
  | 'kill-after';

export interface Script {
  /** Wire action (`database.modifyDocument`), openapi name (`subscribeMessage.send`), `storage.put` or `callFunction`. */
  api: string;
  /** Only requests made by this function; for `callFunction`, the function called. */
  function?: string;
  /** Only database requests to this collection. */
  collection?: string;
  times: number;
  /** Lets the first n pass. */
  skip?: number;
  /** Absent: only the delay. */
  fault?: Fault;
  delayMs?: number;
}

export interface Explanation {
  /** null: every document is read. */
  index: string | null;
  /** Names of the indexes of each branch of `$or`. */
  branches?: string[];
  scanned: number;
  returned: number;
  /** True when the index gives the wanted order. */
  sorted: boolean;
  served: boolean;
}

export interface LocalCloudControl {
  url: string;
  call(name: string, data: unknown, caller?: { openid?: string }): Promise<CallReply>;
  /** Clears data, files, scripts, clock, counters and messages; keeps warm workers, collections and indexes. */
  reset(): Promise<void>;
  clock: {
    /** Frozen at that instant. */
    set(iso: string): Promise<void>;
    advance(ms: number): Promise<void>;
    release(): Promise<void>;
  };
  /** Since reset, oldest first. */
  invocations(): Promise<Invocation[]>;
  unserved(): Promise<UnservedQuery[]>;
  messages(): Promise<SentMessage[]>;
  script(what: Script): Promise<void>;
  /** Invokes the function that has this timer, as the timer would. */
  fireTimer(name: string): Promise<CallReply>;
  /** Delivers a message push to the function `dispatch`. */
  push(message: Record<string, unknown>): Promise<CallReply>;
  find(collection: string, filter: object): Promise<Doc[]>;
  insert(collection: string, docs: Doc[]): Promise<void>;
  explain(collection: string, filter: object, sort?: Record<string, 1 | -1>): Promise<Explanation>;
}

export interface LocalCloud extends LocalCloudControl {
  port: number;
  stop(): Promise<void>;
}
