/** Which transaction holds which document. A second transaction is refused at once, a plain write waits. */
export class Locks {
  readonly #holders = new Map<string, string>();
  #waiting: Array<() => void> = [];

  /** Takes the lock; false when another transaction has it. */
  take(key: string, transaction: string): boolean {
    const holder = this.#holders.get(key);
    if (holder !== undefined && holder !== transaction) return false;
    this.#holders.set(key, transaction);
    return true;
  }

  isHeld(key: string): boolean {
    return this.#holders.has(key);
  }

  get any(): boolean {
    return this.#holders.size > 0;
  }

  /** Frees everything a transaction holds and wakes the waiting. */
  release(transaction: string): void {
    for (const [key, holder] of this.#holders) if (holder === transaction) this.#holders.delete(key);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves at the next release, or false after `ms`. */
  released(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), Math.max(0, ms));
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
