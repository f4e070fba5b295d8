import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { change, sentenceOf } from '@/lib/call';
import { copy } from '@/lib/device/clipboard';
import { dial } from '@/lib/device/dial';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { Press } from './press';
import './phone.scss';

interface Props {
  unitId: string;
  name: string;
  /** Masked, or whole where the rulebook opens numbers; empty: none known. */
  masked: string;
  kind?: 'main' | 'deputy';
  /** Of a contact in place of a seat. */
  contactKey?: string;
}

/** Somebody's number: masked, with 显示 beside it for whoever may see it; each look is logged (decision D10). */
export function Phone({ unitId, name, masked, kind = 'main', contactKey }: Props) {
  const { can } = useSession();
  const [shown, setShown] = useState<string | null>(null);
  const reveal = async () => {
    const whose = contactKey ? { key: contactKey } : { kind };
    try {
      setShown((await change('directory.reveal', { unitId, ...whose })).phone);
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  const whole = shown ?? (masked.includes('*') ? '' : masked);
  return (
    <View className="phone">
      <Text>
        {name} {shown ?? masked}
      </Text>
      {whole && <CallOrCopy name={name} number={whole} />}
      {masked && !whole && can('contact.reveal') && (
        <Press className="phone-act" label={`显示${name}的手机号`} onPress={() => void reveal()}>
          <Text>显示</Text>
        </Press>
      )}
    </View>
  );
}

/** A number that is the office's: shown whole, to call and to copy. */
export function OfficePhone({ label, number }: { label: string; number: string }) {
  return (
    <View className="phone">
      <Text className="phone-office">
        {label} {number}
      </Text>
      <CallOrCopy name={label} number={number} />
    </View>
  );
}

function CallOrCopy({ name, number }: { name: string; number: string }) {
  const copyIt = async () => {
    toast((await copy(number)) ? '号码已复制' : '没有复制成功，请允许使用剪贴板后重试');
  };
  return (
    <View className="phone-acts">
      <Press className="phone-act" label={`拨打${name}的电话`} onPress={() => dial(number)}>
        <Text>拨打</Text>
      </Press>
      <Press className="phone-act" label={`复制${name}的电话`} onPress={() => void copyIt()}>
        <Text>复制</Text>
      </Press>
    </View>
  );
}
