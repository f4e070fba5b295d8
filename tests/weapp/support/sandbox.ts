import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** A JavaScript world with no more in it than the phone's logic layer has (design D3, D11). */
export interface Sandbox {
  /** Evaluates a file of the bundle once, and gives what it exports. */
  require(file: string): unknown;
  /** Short timers that have not run yet; long ones (a toast that fades) do not keep a test waiting. */
  pending(): number;
  dispose(): void;
}

export interface SandboxOptions {
  dir: string;
  globals: Record<string, unknown>;
  /** Milliseconds since 1970 on this phone. */
  now: () => number;
  onError: (error: unknown) => void;
}

const SHORT_MS = 400;

/** Names Node's `vm` gives a context and the phone lacks. */
const ABSENT = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef'];

/** Safari reads ISO 8601, slashes and RFC 2822 only: `new Date('2026-11-21 10:00')` is an invalid date on an iPhone. */
const PHONE_DATE = `(() => {
  const Real = Date;
  const iso = /^[+-]?\\d{4,6}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?)?)?$/;
  const slashes = /^\\d{4}\\/\\d{1,2}(\\/\\d{1,2}( \\d{1,2}:\\d\\d(:\\d\\d)?)?)?$/;
  const rfc = /^([A-Z][a-z]{2},? )?([A-Z][a-z]{2} \\d|\\d+ [A-Z][a-z]{2})/;
  const readable = (text) => iso.test(text) || slashes.test(text) || rfc.test(text);
  const now = __now;
  function PhoneDate(...words) {
    if (new.target === undefined) return new Real(now()).toString();
    if (words.length === 0) return Reflect.construct(Real, [now()], new.target);
    if (typeof words[0] === 'string' && !readable(words[0])) return Reflect.construct(Real, [NaN], new.target);
    return Reflect.construct(Real, words, new.target);
  }
  PhoneDate.prototype = Real.prototype;
  Real.prototype.constructor = PhoneDate;
  PhoneDate.now = () => now();
  PhoneDate.UTC = Real.UTC;
  PhoneDate.parse = (text) => (readable(String(text)) ? Real.parse(text) : NaN);
  globalThis.Date = PhoneDate;
  delete globalThis.__now;
})()`;

export function makeSandbox({ dir, globals, now, onError }: SandboxOptions): Sandbox {
  const timers = new Map<number, { handle: NodeJS.Timeout; short: boolean }>();
  let made = 0;
  const guarded = (run: unknown, words: unknown[]) => {
    try {
      if (typeof run === 'function') (run as (...words: unknown[]) => void)(...words);
    } catch (error) {
      onError(error);
    }
  };
  const drop = (id: unknown) => {
    const timer = timers.get(Number(id));
    if (timer === undefined) return;
    clearTimeout(timer.handle);
    timers.delete(Number(id));
  };
  const setTimer =
    (repeats: boolean) =>
    (run: unknown, ms: unknown, ...words: unknown[]) => {
      const id = (made += 1);
      const delay = Math.max(0, Number(ms ?? 0) || 0);
      const fire = () => {
        if (!repeats) timers.delete(id);
        guarded(run, words);
      };
      const handle = repeats ? setInterval(fire, delay) : setTimeout(fire, delay);
      timers.set(id, { handle, short: !repeats && delay <= SHORT_MS });
      return id;
    };
  const context = vm.createContext(
    {
      ...globals,
      __now: now,
      setTimeout: setTimer(false),
      setInterval: setTimer(true),
      clearTimeout: drop,
      clearInterval: drop,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  vm.runInContext(ABSENT.map((name) => `delete globalThis.${name};`).join('') + PHONE_DATE, context);

  const modules = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const full = path.resolve(dir, file.endsWith('.js') ? file : `${file}.js`);
    if (path.relative(dir, full).startsWith('..'))
      throw new Error(`the bundle reaches outside itself: ${file}`);
    const known = modules.get(full);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(full, module);
    const wrapped = `(function (require, module, exports) {${readFileSync(full, 'utf8')}\n})`;
    const run = vm.runInContext(wrapped, context, { filename: full }) as (...words: unknown[]) => void;
    run(
      (wanted: string) => load(path.relative(dir, path.resolve(path.dirname(full), wanted))),
      module,
      module.exports,
    );
    return module.exports;
  };
  return {
    require: load,
    pending: () => [...timers.values()].filter(({ short }) => short).length,
    dispose: () => [...timers.keys()].forEach(drop),
  };
}
