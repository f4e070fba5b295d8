import { Text, View } from '@tarojs/components';
import type { Body } from '@contract/body';
import { addressesItself, redHost } from './formal';
import './red-head.scss';

interface Props {
  hostName: string;
  number: string | null;
  title: string;
  addressee: string;
  body: Body;
}

/** Head of a formal document as offices know it (红头, after GB/T 9704): who issues it, number, red line, title, to whom. */
export function RedHead({ hostName, number, title, addressee, body }: Props) {
  return (
    <View>
      <Text className="red-host">{redHost(hostName)}</Text>
      {number && <Text className="red-number">{number}</Text>}
      <View className="red-line" />
      <Text className="red-title">{title}</Text>
      {!addressesItself(body) && <Text className="red-to">{addressee}：</Text>}
    </View>
  );
}

/** 落款: who issues it and the day, at the right beneath the text. */
export function RedFoot({ signature }: { signature: string[] }) {
  return (
    <View className="red-foot">
      {signature.map((words) => (
        <Text key={words} className="red-foot-line">
          {words}
        </Text>
      ))}
    </View>
  );
}
