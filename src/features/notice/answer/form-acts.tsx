import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { go } from '@/lib/go';
import type { Whole } from '../reader';
import './answer.scss';

interface Props {
  notice: Whole;
  /** A confirmation waits in the queue. */
  kept: boolean;
  busy: boolean;
  onConfirm: () => void;
}

/** What there is to do with a notice that asks a form: fill it in, change it, or say beforehand that it was received. */
export function FormActs({ notice, kept, busy, onConfirm }: Props) {
  const { receipt, noticeId } = notice;
  if (!receipt) return null;
  const { unitId, handedIn, confirmed } = receipt;
  return (
    <View className="answer-acts">
      <Button
        wide
        {...(handedIn && { kind: 'plain' as const })}
        onPress={() => go('notice.answer', { noticeId, unitId })}
      >
        {handedIn ? (handedIn.open ? '查看或修改回执表' : '查看回执表') : '填写回执表'}
      </Button>
      {!confirmed && (
        <Button wide kind="plain" busy={busy} disabled={kept} onPress={onConfirm}>
          {kept ? '已暂存，联网后自动提交' : '先确认收到，稍后再填'}
        </Button>
      )}
    </View>
  );
}
