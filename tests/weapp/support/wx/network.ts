type Listener = (change: { isConnected: boolean; networkType: string }) => void;

/** The network of a phone: off means that calls fail at once, and coming back is told to whoever listens. */
export class Network {
  on = true;
  private readonly listeners = new Set<Listener>();

  get type(): string {
    return this.on ? '4g' : 'none';
  }

  switch(on: boolean): void {
    this.on = on;
    for (const listener of this.listeners) listener({ isConnected: on, networkType: this.type });
  }

  apis = {
    onNetworkStatusChange: (listener: Listener) => void this.listeners.add(listener),
    offNetworkStatusChange: (listener?: Listener) =>
      void (listener === undefined ? this.listeners.clear() : this.listeners.delete(listener)),
  };
}
