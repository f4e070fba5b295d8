import { ACTIONS, ALIASES } from './actions/table';
import { OPENAPIS } from './openapi/table';
import type { Fault, Script } from './types';

interface Armed extends Script {
  left: number;
  pass: number;
}

export interface Chosen {
  fault?: Fault;
  delayMs: number;
}

const CHAOS_FAULTS: Fault[] = [
  'timeout',
  'drop-reply',
  'duplicate',
  { status: 502 },
  { errCode: 'SYS_ERR', errMsg: 'injected system error' },
];
const CHAOS_IN_TRANSACTION: Fault[] = [...CHAOS_FAULTS, 'conflict'];

/** True for `{ status: 503 }`. */
export const isStatus = (fault: Fault | undefined): fault is { status: number } =>
  typeof fault === 'object' && 'status' in fault;

/** True for `{ errCode, errMsg }`. */
export const isError = (fault: Fault | undefined): fault is { errCode: number | string; errMsg: string } =>
  typeof fault === 'object' && 'errCode' in fault;

/** Faults to inject: scripted ones first, then random ones with a seed. */
export class Faults {
  #scripts: Armed[] = [];
  readonly #random: (() => number) | undefined;
  readonly #rate: number;

  constructor(chaos: { seed: number; rate: number } | undefined) {
    this.#random = chaos && mulberry(chaos.seed);
    this.#rate = chaos?.rate ?? 0;
  }

  /** Arms a script; an api that does not exist is refused. */
  arm(script: Script): void {
    const api = ALIASES[script.api] ?? script.api;
    if (!(api in ACTIONS) && !(api in OPENAPIS) && api !== 'callFunction' && api !== 'storage.put')
      throw new Error(`script: there is no api ${script.api}`);
    if (!Number.isInteger(script.times) || script.times < 1)
      throw new Error('script: times must be 1 or more');
    if (isStatus(script.fault) && !(script.fault.status >= 500 && script.fault.status <= 599))
      throw new Error('script: status must be from 500 to 599');
    if (script.fault === 'conflict' && !api.startsWith('database.'))
      throw new Error(`script: ${script.api} cannot conflict`);
    this.#scripts.push({ ...script, api, left: script.times, pass: script.skip ?? 0 });
  }

  /** The fault for this request, if any; counts it. */
  take(api: string, functionName?: string, inTransaction = false, collection?: string): Chosen | undefined {
    for (const script of this.#scripts) {
      if (script.api !== api || script.left === 0) continue;
      if (script.function !== undefined && script.function !== functionName) continue;
      if (script.collection !== undefined && script.collection !== collection) continue;
      if (script.pass > 0) {
        script.pass--;
        continue;
      }
      script.left--;
      return { fault: script.fault, delayMs: script.delayMs ?? 0 };
    }
    if (this.#random === undefined || this.#random() >= this.#rate) return undefined;
    const faults = inTransaction ? CHAOS_IN_TRANSACTION : CHAOS_FAULTS;
    return { fault: faults[Math.floor(this.#random() * faults.length)], delayMs: 0 };
  }

  reset(): void {
    this.#scripts = [];
  }
}

/** Small seeded generator, so that a run with random faults can be repeated. */
function mulberry(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
