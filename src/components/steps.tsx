import { Text, View } from '@tarojs/components';
import './steps.scss';

interface Props {
  titles: string[];
  /** Index of the step one is at. */
  at: number;
}

/** How far one is: a bar of parts, and in words. */
export function Steps({ titles, at }: Props) {
  return (
    <View className="steps">
      <View className="steps-bar" aria-hidden="true">
        {titles.map((title, i) => (
          <View key={title} className={`steps-part ${i <= at ? 'on' : ''}`} />
        ))}
      </View>
      <View className="steps-words">
        <Text className="steps-now">
          {at + 1} {titles[at]}
        </Text>
        <Text className="steps-next">
          共{titles.length}步{titles[at + 1] ? `，下一步：${titles[at + 1]}` : '，最后一步'}
        </Text>
      </View>
    </View>
  );
}
