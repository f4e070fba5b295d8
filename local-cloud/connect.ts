import { fromWire, toWire } from './http/control-wire';
import type { LocalCloudControl } from './types';
import { isRecord } from './value/ejson';

/** The control surface of a local cloud in another process, started with `control: true`. */
export function connectLocalCloud(url: string): LocalCloudControl {
  const ask = async (method: string, args: unknown[]): Promise<unknown> => {
    const response = await fetch(`${url}/__cloud/control`, {
      method: 'POST',
      body: JSON.stringify({ method, args: toWire(args) }),
    });
    const reply: unknown = await response.json();
    if (!isRecord(reply)) throw new Error(`${method}: no answer`);
    if (typeof reply.error === 'string') throw new Error(reply.error);
    return fromWire(reply.value);
  };
  const method =
    <A extends unknown[], R>(name: string) =>
    async (...args: A): Promise<R> =>
      (await ask(name, args)) as R;
  type C = LocalCloudControl;
  const forward = <K extends Exclude<keyof C, 'url' | 'clock'>>(name: K) =>
    method<Parameters<C[K]>, Awaited<ReturnType<C[K]>>>(name);
  return {
    url,
    call: forward('call'),
    reset: forward('reset'),
    clock: { set: method('clock.set'), advance: method('clock.advance'), release: method('clock.release') },
    invocations: forward('invocations'),
    unserved: forward('unserved'),
    messages: forward('messages'),
    script: forward('script'),
    fireTimer: forward('fireTimer'),
    push: forward('push'),
    find: forward('find'),
    insert: forward('insert'),
    explain: forward('explain'),
  };
}
