import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { role } from '@/lib/device/a11y';
import type { Reviewing } from './reviewing';
import './filing.scss';

/** What may be decided now; null when nothing. */
export function ReviewFoot({ sent, reviewing }: { sent: Output<'filing.get'>; reviewing: Reviewing }) {
  const { mode, turnTo, busy, wrong, chosen, take, approve, sendBack, refuse } = reviewing;
  const waits = sent.state === 'submitted';
  return (
    <>
      {wrong && (
        <View className="field-error" {...role('alert')}>
          {wrong}
        </View>
      )}
      {mode === 'look' && (
        <>
          {waits && sent.blocked && <Text>{sent.blocked}</Text>}
          <View className="review-foot">
            {waits && !sent.blocked && (
              <View className="review-foot-main">
                <Button wide busy={busy} onPress={approve}>
                  {take.length > 0 ? `同意备案，更新档案${take.length}项` : '同意备案'}
                </Button>
              </View>
            )}
            {waits && (
              <Button kind="plain" wide disabled={busy} onPress={() => turnTo('return')}>
                退回补正…
              </Button>
            )}
            <Button kind="danger" wide disabled={busy} onPress={() => turnTo('refuse')}>
              不予受理…
            </Button>
          </View>
        </>
      )}
      {mode !== 'look' && (
        <View className="filing-foot">
          <View className="filing-foot-side">
            <Button kind="plain" wide disabled={busy} onPress={() => turnTo('look')}>
              取消
            </Button>
          </View>
          <View className="filing-foot-main">
            {mode === 'return' ? (
              <Button wide busy={busy} onPress={sendBack}>
                {chosen > 0 ? `退回这${chosen}项` : '退回补正'}
              </Button>
            ) : (
              <Button kind="danger" wide busy={busy} onPress={refuse}>
                确定不予受理
              </Button>
            )}
          </View>
        </View>
      )}
    </>
  );
}

/** Whether anything is left to decide (contract/rules/filing.ts). */
export const isOpen = ({ state }: Output<'filing.get'>): boolean =>
  state === 'submitted' || state === 'returned';
