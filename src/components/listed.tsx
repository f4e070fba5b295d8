import type { ReactNode } from 'react';
import type { Pages } from '@/lib/use-pages';
import { Paged } from './paged';
import { Async, Empty } from './states';

interface Props<P, R> {
  query: Pages<P>;
  rowsOf: (page: P) => R[];
  /** Said when there are no rows at all. */
  empty: { title: string; how: string };
  /** On the button that fetches the next page. */
  words?: string;
  children: (row: R) => ReactNode;
}

/** Rows that grow page by page, with what a list says while it loads, fails or has nothing. */
export function Listed<P, R>({ query, rowsOf, empty, words, children }: Props<P, R>) {
  return (
    <Async query={query}>
      {() =>
        query.pages.every((page) => rowsOf(page).length === 0) ? (
          <Empty {...empty} />
        ) : (
          <Paged query={query} {...(words && { words })}>
            {(page) => rowsOf(page).map(children)}
          </Paged>
        )
      }
    </Async>
  );
}
