import { useCallback, useEffect, useRef, useState } from 'react';
import { keepFirst } from './cache';
import { storage } from './device/storage';

interface Kept<T> {
  /** Null: the device is full, it stands on the screen only. */
  at: number | null;
  value: T;
}

export interface Draft<T> {
  value: T;
  set: (change: Partial<T>) => void;
  /** When it was last kept on the device, ms; null: nothing typed yet, or the device would not keep it. */
  savedAt: number | null;
  clear: () => void;
}

/** What is kept under another key, to be taken over. */
export const keptDraft = <T>(key: string): T | null => storage.get<Kept<T>>(`draft:${key}`)?.value ?? null;

/** Kept under a key of its own, for a page that will open it. */
export const keepDraft = <T>(key: string, value: T): boolean =>
  keepFirst(`draft:${key}`, { at: Date.now(), value });

/** Of a page that is not open. */
export const dropKept = (key: string): void => storage.remove(`draft:${key}`);

/** What somebody is writing, kept on the device at every change: closing or crashing loses nothing. */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const [kept, setKept] = useState<Kept<T> | null>(() => storage.get<Kept<T>>(`draft:${key}`));
  const first = useRef(empty);
  const latest = useRef(kept);
  useEffect(() => {
    latest.current = storage.get<Kept<T>>(`draft:${key}`);
    setKept(latest.current);
  }, [key]);

  const set = useCallback(
    (change: Partial<T>) => {
      const next = { at: Date.now(), value: { ...first.current, ...latest.current?.value, ...change } };
      latest.current = keepFirst(`draft:${key}`, next) ? next : { ...next, at: null };
      setKept(latest.current);
    },
    [key],
  );
  const clear = useCallback(() => {
    latest.current = null;
    storage.remove(`draft:${key}`);
    setKept(null);
  }, [key]);

  return { value: { ...first.current, ...kept?.value }, set, savedAt: kept?.at ?? null, clear };
}
