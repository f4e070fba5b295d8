/** The cloud's clock: real, or frozen where a test set it. Functions get its state with every call. */
export type ClockState = { frozen: number } | { offset: number };

export class Clock {
  #state: ClockState = { offset: 0 };

  now(): number {
    return 'frozen' in this.#state ? this.#state.frozen : Date.now() + this.#state.offset;
  }

  state(): ClockState {
    return this.#state;
  }

  set(iso: string): void {
    const at = Date.parse(iso);
    if (Number.isNaN(at)) throw new Error(`clock.set: ${iso} is not a time`);
    this.#state = { frozen: at };
  }

  /** Moves a frozen clock on, or a running one ahead of real time. */
  advance(ms: number): void {
    this.#state =
      'frozen' in this.#state ? { frozen: this.#state.frozen + ms } : { offset: this.#state.offset + ms };
  }

  release(): void {
    this.#state = { offset: 0 };
  }
}
