import { Worker } from 'node:worker_threads';
import type { ClockState } from '../clock';
import { WORKER_SOURCE } from './worker-source';

export interface Job {
  id: string;
  /** JSON. */
  event: string;
  context: Record<string, unknown>;
  env: Record<string, string>;
  clock: ClockState;
  timeoutMs: number;
  onLog(line: string): void;
}

export type Outcome =
  | { ok: true; result: string; ms: number }
  | {
      ok: false;
      reason: 'error' | 'timeout' | 'crash' | 'memory';
      message: string;
      stack?: string;
      ms: number;
    };

type Message =
  | { type: 'ready' }
  | { type: 'log'; id: string | undefined; line: string }
  | { type: 'done'; id: string; result: string }
  | { type: 'failed'; id: string; message: string; stack?: string };

/** One function instance: a worker that runs one job at a time and is thrown away after a failure of its own. */
export class Instance {
  readonly #worker: Worker;
  readonly ready: Promise<void>;
  #job: Job | undefined;
  #finish: ((outcome: Outcome) => void) | undefined;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  dead = false;

  constructor(
    dir: string,
    env: Record<string, string>,
    memoryMb: number,
    readonly onDead: () => void,
    readonly onStrayLog: (id: string | undefined, line: string) => void,
  ) {
    this.#worker = new Worker(WORKER_SOURCE, {
      eval: true,
      env,
      workerData: { dir },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    this.ready = new Promise((resolve) => {
      this.#worker.on('message', (message: Message) => {
        if (message.type === 'ready') resolve();
        else this.#receive(message);
      });
      this.#worker.on('exit', () => {
        this.#die({ ok: false, reason: 'crash', message: 'function instance exited', ms: 0 });
        resolve();
      });
    });
    this.#worker.on('error', (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const message = memory ? 'Memory limit exceeded' : `${error.name}: ${error.message}`;
      this.#die({ ok: false, reason: memory ? 'memory' : 'crash', message, stack: error.stack, ms: 0 });
    });
  }

  get busy(): boolean {
    return this.#job !== undefined;
  }

  /** Id of the job it runs. */
  get jobId(): string | undefined {
    return this.#job?.id;
  }

  /** Runs one job. Two at once would share an environment and so an identity: that is refused. */
  async run(job: Job): Promise<Outcome> {
    if (this.#job !== undefined) throw new Error('a function instance runs one job at a time');
    this.#job = job;
    await this.ready;
    this.#startedAt = performance.now();
    return new Promise((resolve) => {
      this.#finish = (outcome) => {
        clearTimeout(this.#timer);
        this.#job = undefined;
        this.#finish = undefined;
        resolve({ ...outcome, ms: Math.round((performance.now() - this.#startedAt) * 100) / 100 });
      };
      if (this.dead) {
        this.#finish({ ok: false, reason: 'crash', message: 'function instance exited', ms: 0 });
        return;
      }
      const seconds = job.timeoutMs / 1000;
      const message = `Invoking task timed out after ${seconds} seconds`;
      this.#timer = setTimeout(() => this.kill({ reason: 'timeout', message }), job.timeoutMs);
      const { id, event, context, env, clock } = job;
      this.#worker.postMessage({ id, event, context, env, clock });
    });
  }

  /** Ends the worker in the middle of whatever it does. */
  kill(why: { reason: 'timeout' | 'crash'; message: string }): void {
    this.#die({ ok: false, ...why, ms: 0 });
    void this.#worker.terminate();
  }

  async stop(): Promise<void> {
    this.dead = true;
    await this.#worker.terminate();
  }

  #receive(message: Exclude<Message, { type: 'ready' }>): void {
    if (message.type === 'log') {
      if (this.#job !== undefined && message.id === this.#job.id) this.#job.onLog(message.line);
      else this.onStrayLog(message.id, message.line);
    } else if (message.id !== this.#job?.id) return;
    else if (message.type === 'done') this.#finish?.({ ok: true, result: message.result, ms: 0 });
    else
      this.#finish?.({ ok: false, reason: 'error', message: message.message, stack: message.stack, ms: 0 });
  }

  #die(outcome: Outcome): void {
    if (!this.dead) {
      this.dead = true;
      this.onDead();
    }
    this.#finish?.(outcome);
  }
}
