import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { channels } from '@contract/jielong';
import { BodyReader } from '@/components/body/reader';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { sentenceOf } from '@/lib/call';
import { changeOrKeep, isKept, pending } from '@/lib/queue';
import { showAt } from '@/lib/show-time';
import { useSignal } from '@/lib/signal';
import { offerMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import './reader.scss';

export type Whole = Extract<Output<'notice.get'>, { view: 'whole' }>;

interface Props {
  noticeId: string;
  unitId: string | undefined;
  onChange?: () => void;
}

/** One notice to read and confirm, as the right pane of a wide window. */
export function NoticeReader({ noticeId, unitId, onChange }: Props) {
  const { query, confirm, busy, kept } = useNotice(noticeId, unitId, onChange);
  return (
    <Async query={query}>
      {(notice) =>
        notice.view === 'card' ? (
          <CardOnly title={notice.title} hostName={notice.hostName} />
        ) : (
          <>
            <NoticeText notice={notice} />
            <ConfirmButton notice={notice} kept={kept} busy={busy} onPress={confirm} />
          </>
        )
      }
    </Async>
  );
}

/** The notice, its first opening told to the server, and the one thing to do with it. */
export function useNotice(noticeId: string, unitId: string | undefined, onChange?: () => void) {
  const query = useQuery('notice.get', { noticeId, ...(unitId && { unitId }) });
  const [busy, setBusy] = useState(false);
  const whole = query.data?.view === 'whole' ? query.data : null;
  const { state, unitId: told = unitId ?? '' } = whole?.receipt ?? {};
  // For the unit it was sent to, which need not be the one acted for now.
  const input = { noticeId, unitId: told };
  const kept = isKept(useSignal(pending), 'notice.confirm', input);

  useEffect(() => {
    if (state === 'waiting') {
      void changeOrKeep('notice.open', input, `打开《${whole?.title ?? '通知'}》`).then(
        onChange,
        () => undefined,
      );
    }
    // Told once for each notice shown, whatever else changes.
  }, [noticeId, told, state]);

  const confirm = async () => {
    setBusy(true);
    try {
      const how = await changeOrKeep('notice.confirm', input, `确认收到《${whole?.title ?? '通知'}》`);
      toast(how === 'done' ? '已确认收到' : '网络不稳，已暂存，联网后自动提交');
      if (how === 'done') await query.reload();
      onChange?.();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  // Offered in the tap itself, beside the confirmation and never before it.
  const tapped = () => {
    offerMessages('notice', 'todo');
    void confirm();
  };
  return { query, confirm: tapped, busy, kept };
}

export function NoticeText({ notice }: { notice: Whole }) {
  const { receipt } = notice;
  return (
    <Card>
      <Text className="notice-title">{notice.title}</Text>
      <View className="notice-line">
        <Text>{notice.hostName}</Text>
        <Text>{showAt(notice.publishedAt)}</Text>
        {receipt && <Text>发给 {receipt.unitName}</Text>}
        <Tag tone={receipt?.confirmed ? 'success' : 'warning'}>
          {receipt?.confirmed ? '已确认' : notice.dueText}
        </Tag>
      </View>
      <BodyReader body={notice.body} urls={notice.urls} />
      {receipt?.confirmed && <Text className="notice-done">{confirmedWords(receipt.confirmed)}</Text>}
      {receipt?.opened && (
        <Text className="notice-seen">
          本单位{receipt.opened.by}于{showAt(receipt.opened.at)}首次打开
        </Text>
      )}
    </Card>
  );
}

type Confirmed = NonNullable<NonNullable<Whole['receipt']>['confirmed']>;

const confirmedWords = ({ at, by, onBehalf }: Confirmed): string =>
  onBehalf
    ? `已于${showAt(at)}由秘书处${channels[onBehalf.channel]}代录确认${by && `（答复人：${by}）`}`
    : `已于${showAt(at)}由${by}确认`;

interface ButtonProps {
  notice: Whole;
  kept: boolean;
  busy: boolean;
  onPress: () => void;
}

export function ConfirmButton({ notice, kept, busy, onPress }: ButtonProps) {
  if (!notice.receipt || notice.receipt.confirmed) return null;
  return (
    <Button wide busy={busy} disabled={kept} onPress={onPress}>
      {kept ? '已暂存，联网后自动提交' : '确认收到'}
    </Button>
  );
}

/** What a stranger who opened a shared card sees (decision D10). */
export function CardOnly({ title, hostName }: { title: string; hostName: string }) {
  return (
    <Card>
      <Text className="notice-title">{title}</Text>
      <Text className="notice-line">{hostName}</Text>
      <Text>全文向已登记的联络员开放。请扫描协会发给您单位的登记码完成登记。</Text>
    </Card>
  );
}
