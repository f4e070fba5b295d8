import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output, QueryName } from '@contract/index';
import { cacheKey, forget, keep, recall } from './cache';
import { ask, CallError } from './call';
import { freshened } from './queue';

export interface Query<T> {
  data: T | null;
  /** When what is shown was fetched, ms; null before anything is. */
  at: number | null;
  /** Nothing to show yet. */
  loading: boolean;
  error: CallError | null;
  /** What is shown comes from an earlier time because the server could not be reached. */
  offline: boolean;
  reload: () => Promise<void>;
}

type State<T> = Omit<Query<T>, 'reload'>;

/** Not this person's to see (any more): what was seen before is not shown again either. */
const GONE: CallError['code'][] = ['forbidden', 'stranger', 'missing'];

/** Asks the server; what was seen before is shown meanwhile. `input` null: not yet known, nothing is asked. */
export function useQuery<K extends QueryName>(action: K, input: Input<K> | null): Query<Output<K>> {
  const key = input === null ? null : cacheKey(action, input);
  const [state, setState] = useState<State<Output<K>>>(() => shown(key));
  const current = useRef(key);
  const latest = useRef(input);
  latest.current = input;
  const turn = useRef(0);

  const reload = useCallback(async () => {
    const asked = latest.current;
    if (key === null || asked === null) return;
    const mine = (turn.current += 1);
    // A slow answer never replaces a later one.
    const outdated = () => current.current !== key || turn.current !== mine;
    try {
      const data = await ask(action, asked);
      keep(key, data);
      if (!outdated()) setState({ data, at: Date.now(), loading: false, error: null, offline: false });
    } catch (error) {
      if (!CallError.is(error)) return;
      if (GONE.includes(error.code)) forget(key);
      if (outdated()) return;
      const offline = CallError.offline(error);
      setState((was) => ({ ...was, loading: false, error: was.data && offline ? null : error, offline }));
    }
  }, [action, key]);

  useEffect(() => {
    current.current = key;
    setState(shown(key));
    void reload();
  }, [key, reload]);

  useEffect(() => freshened.subscribe(() => void reload()), [reload]);

  return { ...state, reload };
}

function shown<T>(key: string | null): State<T> {
  const seen = key === null ? null : recall<T>(key);
  return { data: seen?.data ?? null, at: seen?.at ?? null, loading: !seen, error: null, offline: false };
}
