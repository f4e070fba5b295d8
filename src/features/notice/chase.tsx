import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { missingWords } from '@contract/rules/chase';
import type { Ask } from '@contract/rules/receipt';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { ask, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { copy } from '@/lib/device/clipboard';
import { ShareCard } from '@/lib/device/share-card';
import { go, urlOf } from '@/lib/go';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { PhoneList } from './chase-phone-list';

type Figure = keyof Output<'notice.remindable'>;

interface Props {
  noticeId: string;
  title: string;
  asked: Ask;
  /** Opens the list behind a figure. */
  onShow: (show: Figure) => void;
}

/** Chasing exactly the missing: text for the group, what the group answered, and a reminder to those a push reaches. */
export function Chase({ noticeId, title, asked, onShow }: Props) {
  return (
    <Card>
      <View className="chase">
        <CopyPieces words="复制催办文字" main make={() => ask('notice.chaseText', { noticeId })} />
        <Remind noticeId={noticeId} asked={asked} onShow={onShow} />
        <ShareCard title={`【通知】${title}`} path={urlOf('notice.detail', { noticeId })}>
          把通知卡片发到群里
        </ShareCard>
        <CopyPieces words="复制接龙文字" make={() => ask('notice.jielongText', { noticeId })} />
        <Button kind="plain" wide onPress={() => go('notice.jielong', { noticeId })}>
          粘贴群里的接龙
        </Button>
        <PhoneList noticeId={noticeId} />
      </View>
    </Card>
  );
}

interface CopyProps {
  words: string;
  main?: boolean;
  make: () => Promise<{ pieces: string[] }>;
}

/** Text for the group: the first piece is copied at once, a long one is copied piece by piece. */
function CopyPieces({ words, main = false, make }: CopyProps) {
  const [pieces, setPieces] = useState<string[]>([]);
  const press = async () => {
    try {
      const { pieces: made } = await make();
      setPieces(made);
      const [first] = made;
      if (first && !(await copy(first))) toast('没有复制成功，请允许使用剪贴板后重试');
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return (
    <>
      <Button wide {...(!main && { kind: 'plain' as const })} onPress={() => void press()}>
        {words}
      </Button>
      {pieces.length > 1 && (
        <Text className="progress-pieces">
          名单较长，分{pieces.length}段，第1段已复制；请逐段复制到群里：
        </Text>
      )}
      {pieces.length > 1 &&
        pieces.map((piece, i) => (
          <Row key={i} title={`第${i + 1}段`} side="复制" onPress={() => void copy(piece)} />
        ))}
    </>
  );
}

/** Says beforehand whom it reaches: a unit is reminded once a day at most, whatever it owes. */
function Remind({ noticeId, asked, onShow }: Omit<Props, 'title'>) {
  const query = useQuery('notice.remindable', { noticeId });
  const [busy, setBusy] = useState(false);
  if (!query.data) return null;
  const { push, already, unreachable } = query.data;
  const send = async () => {
    const words = `只提醒${missingWords(asked)}的${push}家，每家每天最多提醒一次。夜间提交的，次日早上发出。`;
    if (!(await confirm('发送提醒？', words, '提醒'))) return;
    setBusy(true);
    try {
      let queued = 0;
      for (let cursor: string | undefined; ;) {
        const reply = await change('notice.remind', { noticeId, ...(cursor && { cursor }) });
        queued += reply.queued;
        if (!reply.next) break;
        cursor = reply.next;
      }
      toast(`已提醒${queued}家`);
      await query.reload();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const figures: (readonly [Figure, number, string])[] = [
    ['push', push, '家可推送'],
    ['already', already, '家今天已提醒过'],
    ['unreachable', unreachable, '家推送不到，请复制文字发群里或打电话'],
  ];
  return (
    <>
      {push > 0 && (
        <Button kind="plain" wide busy={busy} onPress={() => void send()}>
          {`提醒可推送的${push}家`}
        </Button>
      )}
      {figures.map(
        ([show, n, words]) =>
          n > 0 && <Row key={show} title={`${n}${words}`} side="名单" onPress={() => onShow(show)} />,
      )}
    </>
  );
}
