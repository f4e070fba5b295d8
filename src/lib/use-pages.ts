import { useEffect, useRef, useState } from 'react';
import type { Input, Output, QueryName } from '@contract/index';
import { ask, sentenceOf } from './call';
import { toast } from './toast';
import { useQuery, type Query } from './use-query';

interface Paged {
  next: string | null;
}
type PagedName = { [K in QueryName]: Output<K> extends Paged ? K : never }[QueryName];

export interface Pages<T> extends Query<T> {
  /** First page and all that were asked for since. */
  pages: T[];
  more: (() => Promise<void>) | null;
}

/** Pages fetched again when the list is looked at anew. */
const AGAIN = 10;

/**
 * A list that grows page by page at the reader's wish. Looked at anew, it keeps as many pages as were there, so that who
 * comes back from a row finds the place; what is shown stays until they are fetched.
 */
export function usePages<K extends PagedName>(action: K, input: Input<K> | null): Pages<Output<K>> {
  const query = useQuery(action, input);
  const [rest, setRest] = useState<Output<K>[]>([]);
  const key = JSON.stringify(input);
  const of = useRef(key);
  const again = useRef<() => Promise<(was: Output<K>[]) => Output<K>[]>>(() => Promise.resolve((was) => was));
  const after = (cursor: string | null) => ask(action, { ...input, cursor } as Input<K>);
  again.current = async () => {
    const found: Output<K>[] = [];
    let last: Paged | null | undefined = query.data;
    while (last?.next && found.length < Math.min(rest.length, AGAIN)) {
      const page: Output<K> = await after(last.next);
      found.push(page);
      last = page;
    }
    // Where the list has become shorter, nothing follows.
    const ended = !last?.next;
    return (was) => (was.length === 0 ? was : ended ? found : [...found, ...was.slice(found.length)]);
  };
  useEffect(() => {
    if (of.current !== key) {
      of.current = key;
      setRest([]);
      return undefined;
    }
    let live = true;
    again.current().then(
      (change) => live && setRest(change),
      () => undefined, // what was there stays; the list itself says when there is no network
    );
    return () => {
      live = false;
    };
  }, [key, query.at]);

  const pages = query.data ? [query.data, ...rest] : [];
  const next = (pages[pages.length - 1] as Paged | undefined)?.next ?? null;
  const more = async () => {
    try {
      const page = await after(next);
      setRest((was) => [...was, page]);
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return { ...query, pages, more: next === null ? null : more };
}
