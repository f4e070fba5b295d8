import type { PropsWithChildren } from 'react';
import { Button } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import './native.scss';

export interface Shared {
  title: string;
  /** Page with its parameters, leading slash. */
  path: string;
}

/** Sends a card to a chat. WeChat opens its sheet for its own button only; the page must allow sharing in its config. */
export function ShareCard({ title, path, children }: PropsWithChildren<Shared>) {
  useShareAppMessage(() => ({ title, path }));
  return (
    <Button className="native-button" openType="share">
      {children}
    </Button>
  );
}
