import type { FunctionSpec } from '../types';
import { FUNCTION_INSTANCES_DEFAULT, FUNCTION_MEMORY_DEFAULT_MB } from '../limits';
import { Instance, type Job, type Outcome } from './instance';

interface Waiting {
  job: Job;
  resolve(outcome: Outcome & { cold: boolean }): void;
}

/** The instances of one function: reused when idle, started when all are busy, a queue beyond the limit. */
export class Pool {
  readonly #instances = new Set<Instance>();
  readonly #queue: Waiting[] = [];
  #stopped = false;

  constructor(
    readonly spec: FunctionSpec,
    readonly env: Record<string, string>,
    readonly onStray: (id: string | undefined, line: string) => void,
  ) {}

  run(job: Job): Promise<Outcome & { cold: boolean }> {
    return new Promise((resolve) => {
      this.#queue.push({ job, resolve });
      this.#next();
    });
  }

  /** Ends the instance that runs this job. */
  kill(id: string, message: string): void {
    for (const instance of this.#instances)
      if (instance.jobId === id) instance.kill({ reason: 'crash', message });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#instances].map((instance) => instance.stop()));
    this.#instances.clear();
  }

  #next(): void {
    if (this.#stopped || this.#queue.length === 0) return;
    const idle = [...this.#instances].find((instance) => !instance.busy && !instance.dead);
    const limit = this.spec.instances ?? FUNCTION_INSTANCES_DEFAULT;
    if (idle === undefined && this.#instances.size >= limit) return;
    const instance = idle ?? this.#start();
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    void instance.run(waiting.job).then((outcome) => {
      waiting.resolve({ ...outcome, cold: idle === undefined });
      this.#next();
    });
    this.#next();
  }

  #start(): Instance {
    const instance: Instance = new Instance(
      this.spec.dir,
      this.env,
      this.spec.memoryMb ?? FUNCTION_MEMORY_DEFAULT_MB,
      () => {
        this.#instances.delete(instance);
        this.#next();
      },
      this.onStray,
    );
    this.#instances.add(instance);
    return instance;
  }
}
