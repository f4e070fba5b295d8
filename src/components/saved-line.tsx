import { Text } from '@tarojs/components';
import { showClock } from '@/lib/show-time';

/** Whether what was typed is safe on the device. */
export const SavedLine = ({ at }: { at: number | null }) => (
  <Text className="age-note">{at ? `已自动保存在本机 ${showClock(at)}` : '填写的内容会自动保存'}</Text>
);
