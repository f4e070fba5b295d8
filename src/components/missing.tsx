import { Text } from '@tarojs/components';
import { missingOf, type Ask } from '@contract/rules/receipt';
import { Tag } from './tag';

interface Props {
  ask: Ask;
  total: number;
  left?: number;
  opened: number;
  done: number;
}

/** 还差几家, in one word beside a ring. */
export function Missing({ ask, total, left = 0, opened, done }: Props) {
  if (ask === 'nothing')
    return (
      <Text>
        {opened}家已打开，共{total - left}家
      </Text>
    );
  const missing = missingOf({ total, left, done });
  if (missing > 0) return <Text>还差{missing}家</Text>;
  return <Tag tone="success">全部办理</Tag>;
}
