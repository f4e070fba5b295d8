import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { go } from '@/lib/go';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { rungNote, rungTag, rungTitle, type Rung } from './rung-words';
import './ladder.scss';

/** 自动催办 of a notice: what was done, what comes, each switchable while its time has not come. */
export function LadderCard({ noticeId }: { noticeId: string }) {
  const query = useQuery('notice.ladder', { noticeId });
  if (!query.data || query.data.rungs.length === 0) return null;
  const { rungs, heads } = query.data;
  return (
    <Card title="自动催办">
      {rungs.map((rung) => (
        <RungLine key={rung.workdays} noticeId={noticeId} rung={rung} onChanged={query.reload} />
      ))}
      {heads.due + heads.told > 0 && (
        <Row
          title="需联系单位负责人"
          note={`已告知${heads.told}家`}
          side={<Tag tone={heads.due > 0 ? 'danger' : 'success'}>{`${heads.due}家`}</Tag>}
          onPress={() => go('notice.heads', { noticeId })}
        />
      )}
    </Card>
  );
}

interface Props {
  noticeId: string;
  rung: Rung;
  onChanged: () => Promise<void>;
}

function RungLine({ noticeId, rung, onChanged }: Props) {
  const { can } = useSession();
  const [busy, setBusy] = useState(false);
  const { workdays, on, state } = rung;
  const flip = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await change('notice.setRung', { noticeId, workdays, on: !on });
      await onChanged();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const { words, tone } = rungTag(rung);
  return (
    <View className="rung">
      <View className="rung-words">
        <Text>{rungTitle(rung)}</Text>
        <Text className="rung-note">{rungNote(rung)}</Text>
      </View>
      <View className="rung-side">
        <Tag tone={tone}>{words}</Tag>
        {(state === 'coming' || state === 'off') && can('notice.publish') && (
          <Press
            className="rung-act"
            label={`${on ? '关闭' : '开启'}${rungTitle(rung)}`}
            onPress={() => void flip()}
          >
            <Text>{on ? '关闭' : '开启'}</Text>
          </Press>
        )}
      </View>
    </View>
  );
}
