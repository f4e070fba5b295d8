import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { Pages } from '@/lib/use-pages';
import { Button } from './button';

interface Props<T> {
  query: Pages<T>;
  /** On the button that fetches the next page. */
  words?: string;
  /** Around the rows of a page. */
  className?: string;
  children: (page: T) => ReactNode;
}

/**
 * A list that grows page by page. Each page and the button have a place of their own that stays: Taro sends a parent
 * anew with everything in it when a child is removed or put in between, which for a long list is far over what the
 * phone takes at once.
 */
export function Paged<T>({ query: { pages, more }, words = '继续看', className = '', children }: Props<T>) {
  return (
    <View>
      <View>
        {pages.map((page, i) => (
          <View key={i} className={className}>
            {children(page)}
          </View>
        ))}
      </View>
      <View>
        {more && (
          <Button kind="plain" wide onPress={() => void more()}>
            {words}
          </Button>
        )}
      </View>
    </View>
  );
}
