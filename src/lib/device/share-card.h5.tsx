import { useState, type PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { copy } from './clipboard';
import './native.scss';

export interface Shared {
  title: string;
  path: string;
}

/** The browser's stand-in for WeChat's sheet: shows the card and copies where it leads. */
export function ShareCard({ title, path, children }: PropsWithChildren<Shared>) {
  const [open, setOpen] = useState(false);
  const url = `${location.origin}${location.pathname}#${path}`;
  return (
    <>
      <View className="native-button" role="button" onClick={() => setOpen(true)}>
        {children}
      </View>
      {open && (
        <View className="native-sheet">
          <Text className="native-sheet-words">
            演示：在微信里，这里会让您选一个群发送卡片。浏览器里可以复制链接代替。
          </Text>
          <View className="native-sheet-card">
            <Text>{title}</Text>
          </View>
          <View className="native-sheet-acts">
            <View className="native-sheet-act" role="button" onClick={() => setOpen(false)}>
              关闭
            </View>
            <View className="native-sheet-act" role="button" onClick={() => void copy(url)}>
              复制链接
            </View>
          </View>
        </View>
      )}
    </>
  );
}
