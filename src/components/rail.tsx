import { useEffect } from 'react';
import Taro from '@tarojs/taro';
import { Image, Text, View } from '@tarojs/components';
import { alt, focusable, role } from '@/lib/device/a11y';
import { goTab } from '@/lib/go';
import directory from '../assets/tab-directory.png';
import directoryOn from '../assets/tab-directory-on.png';
import home from '../assets/tab-home.png';
import homeOn from '../assets/tab-home-on.png';
import me from '../assets/tab-me.png';
import meOn from '../assets/tab-me-on.png';
import notice from '../assets/tab-notice.png';
import noticeOn from '../assets/tab-notice-on.png';
import { tabs, type TabName } from '../routes';
import './rail.scss';

const names = Object.keys(tabs) as TabName[];
const icons = { directory, home, me, notice };
const iconsOn = { directory: directoryOn, home: homeOn, me: meOn, notice: noticeOn };

/** Left rail in place of the tab bar from 768 px on. */
export function Rail({ current }: { current: TabName }) {
  useEffect(() => {
    void Taro.hideTabBar().catch(() => undefined);
    return () => void Taro.showTabBar().catch(() => undefined);
  }, []);
  return (
    <View className="rail" {...role('navigation')}>
      {names.map((name) => (
        <View
          key={name}
          className={`rail-item ${name === current ? 'on' : ''}`}
          {...role('link')}
          {...focusable}
          onClick={() => name !== current && goTab(name)}
        >
          <Image className="rail-icon" src={name === current ? iconsOn[name] : icons[name]} {...alt('')} />
          <Text>{tabs[name].text}</Text>
        </View>
      ))}
    </View>
  );
}
