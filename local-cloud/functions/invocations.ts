import type { DatabaseRequest, Invocation } from '../types';
import { INVOCATIONS_KEPT, LOG_LINES_KEPT } from '../limits';

export interface Running {
  requestID: string;
  token: string;
  invocation: Invocation;
}

const TOKEN = /^lct\.(\d+)\.(.+)$/;

/** What functions did, found again by the session token each call puts into its environment. */
export class Invocations {
  #generation = 1;
  readonly #byToken = new Map<string, Running>();
  #list: Invocation[] = [];

  begin(invocation: Invocation): Running {
    const token = `lct.${this.#generation}.${invocation.requestID}`;
    const running = { requestID: invocation.requestID, token, invocation };
    this.#byToken.set(token, running);
    this.#list.push(invocation);
    if (this.#list.length > INVOCATIONS_KEPT * 4) {
      for (const old of this.#list.splice(0, INVOCATIONS_KEPT))
        this.#byToken.delete(`lct.${this.#generation}.${old.requestID}`);
    }
    return running;
  }

  /** The invocation a request belongs to; 'stale' when it began before the last reset. */
  find(token: unknown): Running | 'stale' | undefined {
    if (typeof token !== 'string') return undefined;
    const found = this.#byToken.get(token);
    if (found !== undefined) return found;
    const generation = TOKEN.exec(token)?.[1];
    return generation !== undefined && Number(generation) !== this.#generation ? 'stale' : undefined;
  }

  log(requestID: string | undefined, line: string): void {
    const found = this.#byToken.get(`lct.${this.#generation}.${requestID ?? ''}`)?.invocation;
    if (found !== undefined && found.logs.length < LOG_LINES_KEPT) found.logs.push(line);
  }

  note(running: Running | undefined, request: DatabaseRequest): void {
    running?.invocation.requests.push(request);
  }

  list(): Invocation[] {
    return this.#list.slice();
  }

  reset(): void {
    this.#generation++;
    this.#byToken.clear();
    this.#list = [];
  }
}
