import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { alt } from '@/lib/device/a11y';
import { previewPictures } from '@/lib/device/picture';
import { go } from '@/lib/go';
import { useSession } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { Decision } from './decision';
import { stateLabels, stateTones, whyWords, type Check } from './words';
import './check.scss';

interface Props {
  check: Check;
  onDecided: () => void;
}

/** One entry: who wrote what, why it lies here, where it stands, and the decision. */
export function CheckCard({ check, onDecided }: Props) {
  const { about, state, name, since, decidedAt, decidedBy, note } = check;
  return (
    <Card title={about} side={<Tag tone={stateTones[state]}>{stateLabels[state]}</Tag>}>
      <Text className="check-second">{`${name || '未留姓名的用户'} · ${showAt(since)}`}</Text>
      <Text className="check-why">{whyWords(check)}</Text>
      {check.kind === 'picture' ? <Picture url={check.url} /> : <Excerpt words={check.excerpt} />}
      <Places check={check} />
      {decidedAt && (
        <Text className="check-second">
          {`${decidedBy}于${showAt(decidedAt)}审核为“${stateLabels[state]}”${note ? `：${note}` : ''}`}
        </Text>
      )}
      {state === 'open' && <Decision check={check} onDecided={onDecided} />}
    </Card>
  );
}

/** The notices it stands in; refused words go with their notice, which is taken back on its own page. */
function Places({ check: { kind, state, notices } }: { check: Check }) {
  const mayWithdraw = useSession().can('notice.publish');
  return (
    <>
      {notices.map(({ noticeId, title, stands }) => (
        <View key={noticeId}>
          <Row
            title={title}
            note={stands ? '用在这条通知里' : '这条通知已撤回或更正'}
            onPress={() => go('notice.progress', { noticeId })}
          />
          {kind === 'text' && state === 'refused' && stands && mayWithdraw && (
            <Button kind="danger" onPress={() => go('notice.withdraw', { noticeId })}>
              撤回这条通知
            </Button>
          )}
        </View>
      ))}
    </>
  );
}

const SHORT = 300;

function Excerpt({ words }: { words: string }) {
  const [whole, setWhole] = useState(words.length <= SHORT);
  return (
    <>
      <Text className="check-words">{whole ? words : `${words.slice(0, SHORT)}…`}</Text>
      {!whole && (
        <Press className="check-more" onPress={() => setWhole(true)}>
          <Text>展开全文（{words.length}字）</Text>
        </Press>
      )}
    </>
  );
}

function Picture({ url }: { url: string | null }) {
  if (!url) return <Text className="check-words">图片已不在</Text>;
  return (
    <Press label="查看待审核的图片" onPress={() => previewPictures([url])}>
      <Image className="check-picture" src={url} mode="aspectFit" {...alt('待审核的图片')} />
    </Press>
  );
}
