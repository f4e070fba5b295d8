import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Audience } from '@contract/notice';
import { Press } from '@/components/press';
import { useQuery } from '@/lib/use-query';
import { isChosen } from './audience';

/** 可达性体检 before sending: how many units a push reaches, which hear of it in the group only, which want a call. */
export function ReachLine({ audience }: { audience: Audience }) {
  const [open, setOpen] = useState(false);
  const ready = isChosen(audience);
  const { data, error } = useQuery('notice.reach', ready ? { audience } : null);
  if (!ready) return <Text>请先选择发给哪些单位</Text>;
  if (error) return <Text>没有统计到发送范围，请检查网络</Text>;
  if (!data) return <Text>正在统计发送范围…</Text>;
  const { total, push, group, phone, groupUnits, phoneUnits } = data;
  return (
    <View>
      <Press label="看推送不到的单位" onPress={() => setOpen(!open)}>
        <Text>
          将发给{total}家：可推送{push}家 · 仅群内{group}家 ·{' '}
          <Text className="reach-part">
            需电话{phone}家 {open ? '▴' : '▾'}
          </Text>
        </Text>
      </Press>
      {open && group + phone > 0 && (
        <View className="reach-list">
          {group > 0 && <Names words="没有推送额度，请在群里提醒" names={groupUnits} total={group} />}
          {phone > 0 && <Names words="没有联络员，请打电话" names={phoneUnits} total={phone} />}
        </View>
      )}
    </View>
  );
}

const Names = ({ words, names, total }: { words: string; names: string[]; total: number }) => (
  <View className="reach-names">
    <Text>
      {words}：{names.join('、')}
      {total > names.length ? ` 等${total}家` : ''}
    </Text>
  </View>
);
