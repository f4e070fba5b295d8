import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { change, sentenceOf } from '@/lib/call';
import { dial } from '@/lib/device/dial';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { Press } from './press';
import './phone.scss';

interface Props {
  unitId: string;
  name: string;
  masked: string;
  kind?: 'main' | 'deputy';
}

/** A liaison's number: masked, with 显示 beside it for whoever may see it; each look is logged (decision D10). */
export function Phone({ unitId, name, masked, kind = 'main' }: Props) {
  const { can } = useSession();
  const [shown, setShown] = useState<string | null>(null);
  const reveal = async () => {
    try {
      setShown((await change('directory.reveal', { unitId, kind })).phone);
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return (
    <View className="phone">
      <Text>
        {name} {shown ?? masked}
      </Text>
      {shown ? (
        <Press className="phone-act" label={`拨打${name}的电话`} onPress={() => dial(shown)}>
          <Text>拨打</Text>
        </Press>
      ) : (
        can('contact.reveal') && (
          <Press className="phone-act" label={`显示${name}的手机号`} onPress={() => void reveal()}>
            <Text>显示</Text>
          </Press>
        )
      )}
    </View>
  );
}
