import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { pictureKeys, type FormDraft } from '@contract/form';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { storage } from '@/lib/device/storage';
import { keptDraft } from '@/lib/use-draft';
import type { Filling, Side } from '../use-filling';

/** Code under which somebody last filled in the form on this device. */
const LAST = 'register:last';

/** What was filled in under an earlier code, which may have expired meanwhile: offered, not lost. */
export function useCarryOver(codeId: string, filling: Filling): (() => void) | null {
  const [last] = useState(() => storage.get<string>(LAST));
  const { savedAt, set, setSide } = filling;
  useEffect(() => {
    if (savedAt) storage.set(LAST, codeId);
  }, [codeId, savedAt]);
  if (savedAt || !last || last === codeId) return null;
  const form = keptDraft<FormDraft>(`register:${last}`);
  if (!form) return null;
  const side = keptDraft<Side>(`register:${last}:side`);
  return () => {
    set({ ...form, unitName: filling.form.unitName });
    if (side)
      setSide({
        verified: side.verified,
        tail: side.tail,
        ...Object.fromEntries(pictureKeys.map((key) => [key, side[key] ?? null])),
      });
  };
}

export function CarryOver({ carry }: { carry: (() => void) | null }) {
  if (!carry) return null;
  return (
    <Card title="上次没有填完">
      <Text>您用另一张登记码填写过登记表，可以把除单位名称以外的内容带过来。</Text>
      <View className="filing-carry">
        <Button onPress={carry}>接着上次的填</Button>
      </View>
    </Card>
  );
}
