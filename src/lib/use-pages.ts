import { useEffect, useState } from 'react';
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

/** A list that grows page by page at the reader's wish. */
export function usePages<K extends PagedName>(action: K, input: Input<K> | null): Pages<Output<K>> {
  const query = useQuery(action, input);
  const [rest, setRest] = useState<Output<K>[]>([]);
  const key = JSON.stringify(input);
  useEffect(() => setRest([]), [key, query.at]);

  const pages = query.data ? [query.data, ...rest] : [];
  const next = (pages[pages.length - 1] as Paged | undefined)?.next ?? null;
  const more = async () => {
    try {
      const page = await ask(action, { ...input, cursor: next } as Input<K>);
      setRest((was) => [...was, page]);
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return { ...query, pages, more: next === null ? null : more };
}
