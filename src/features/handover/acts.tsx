import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { MutationName } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { PhotoField, type Shot } from '@/components/photo-field';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { go } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import type { Handover } from './handover-body';

interface Props {
  handover: Handover;
  onChanged: () => void;
}

/** What the reader may do here: confirm, attach the letter, call it off; staff go on to the registration. */
export function Acts({ handover, onChanged }: Props) {
  const { handoverId, reader, mine, filingId, canCancel, canLetter } = handover;
  const { can } = useSession();
  const [busy, setBusy] = useState<MutationName | null>(null);
  const [shot, setShot] = useState<Shot | null>(null);
  // The same press sent again after a lost answer is the same request.
  const attempt = useRef(newRequestId());
  const run = async (action: 'handover.agree' | 'handover.cancel' | 'handover.letter', done: string) => {
    setBusy(action);
    try {
      const letterKey = shot?.fileKey ?? '';
      if (action === 'handover.letter') await change(action, { handoverId, letterKey }, attempt.current);
      else await change(action, { handoverId }, attempt.current);
      attempt.current = newRequestId();
      toast(done);
      onChanged();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };
  const cancel = async () => {
    const words = '撤销后这次交接作废，接任人的登记一并终止。需要时可以重新发起。';
    if (await confirm('撤销这次交接？', words, '撤销')) await run('handover.cancel', '交接已撤销');
  };
  const agrees = mine && reader !== 'staff' && !handover.code;
  return (
    <View className="handover-acts">
      {agrees && (
        <Button wide busy={busy === 'handover.agree'} onPress={() => void run('handover.agree', '已确认')}>
          {reader === 'leaver' ? `确认交给${handover.successorName ?? '接任人'}` : '确认接手'}
        </Button>
      )}
      {reader === 'staff' && filingId && can('filing.review') && (
        <Button wide={!agrees} onPress={() => go('filing.review', { filingId })}>
          {handover.state === 'ready' ? '去审核' : '看接任人的登记'}
        </Button>
      )}
      {canLetter && (
        <Card title="原任不能确认时">
          <PhotoField
            label="单位盖章来函"
            rule="原任已离开或手机不在身边时，拍一张写明更换联络员、盖了单位公章的来函，代替对方确认。"
            use="letter"
            shot={shot}
            onChange={setShot}
          />
          {shot?.fileKey && (
            <Button
              kind="plain"
              wide
              busy={busy === 'handover.letter'}
              onPress={() => void run('handover.letter', '来函已提交')}
            >
              提交来函
            </Button>
          )}
        </Card>
      )}
      {canCancel && (
        <Button kind="danger" wide busy={busy === 'handover.cancel'} onPress={() => void cancel()}>
          撤销这次交接
        </Button>
      )}
    </View>
  );
}
