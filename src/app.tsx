import type { PropsWithChildren } from 'react';
import { useDidShow, useLaunch } from '@tarojs/taro';
import { startCloud } from './lib/cloud';
import { startKeyboard } from './lib/device/a11y';
import { persona } from './lib/device/persona';
import { flush, startQueue } from './lib/queue';
import { learnMessages } from './lib/subscribe';
import './styles/app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startCloud();
    startQueue();
    persona.show();
    startKeyboard();
    void learnMessages();
  });
  useDidShow(() => void flush());
  return children;
}
