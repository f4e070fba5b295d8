import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { RungsField } from '../ladder/rungs-field';
import { dueFrom } from './due';
import type { PartProps } from './parts';

interface Props extends Omit<PartProps, 'at'> {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** It is to go out at a set time. */
  later: boolean;
}

/** What a short notice never needs, behind one line that says what of it is set; `children` stand last. */
export function More({ value, set, open, onOpen, later, children }: PropsWithChildren<Props>) {
  const asks = value.asking.kind !== 'nothing';
  const off = asks ? (value.rungsOff?.length ?? 0) : 0;
  const changed = [value.urgent && '紧急', off > 0 && `关了${off}次自动催办`, later && '定时发布'].filter(
    Boolean,
  );
  const usual = [asks && '自动催办', '紧急程度', children && '定时发布'].filter(Boolean);
  return (
    <Card>
      <Row
        title="更多设置"
        note={changed.length ? `已设：${changed.join('、')}` : usual.join('、')}
        side={open ? '收起' : '展开'}
        onPress={() => onOpen(!open)}
      />
      {open && (
        <View className="compose-more">
          {asks && (
            <RungsField
              dueAt={dueFrom(value.day, value.time) || null}
              off={value.rungsOff ?? []}
              onChange={(rungsOff) => set({ rungsOff })}
            />
          )}
          <ChoiceField
            label="紧急程度"
            value={value.urgent ? 'urgent' : 'plain'}
            choices={{ plain: '一般', urgent: '紧急' }}
            rule="紧急通知夜间也会推送，请慎用"
            onChange={(how) => set({ urgent: how === 'urgent' })}
          />
          {children}
        </View>
      )}
    </Card>
  );
}
