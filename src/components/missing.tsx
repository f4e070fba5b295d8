import { Text } from '@tarojs/components';
import type { Ask } from '@contract/rules/receipt';
import { Tag } from './tag';

interface Props {
  ask: Ask;
  total: number;
  opened: number;
  done: number;
}

/** 还差几家, in one word beside a ring. */
export function Missing({ ask, total, opened, done }: Props) {
  if (ask === 'nothing')
    return (
      <Text>
        {opened}家已打开，共{total}家
      </Text>
    );
  if (done < total) return <Text>还差{total - done}家</Text>;
  return <Tag tone="success">全部办理</Tag>;
}
