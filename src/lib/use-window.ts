import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';

export const WIDE = 768;

/** Width of the window in px, followed when it changes (PC WeChat, tablets, the browser). */
export function useWindow(): { width: number; wide: boolean } {
  const [width, setWidth] = useState(() => Taro.getWindowInfo().windowWidth);
  useEffect(() => {
    const follow = () => setWidth(Taro.getWindowInfo().windowWidth);
    Taro.onWindowResize(follow);
    return () => Taro.offWindowResize(follow);
  }, []);
  return { width, wide: width >= WIDE };
}
