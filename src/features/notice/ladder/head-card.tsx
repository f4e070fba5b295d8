import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Phone } from '@/components/phone';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { copy } from '@/lib/device/clipboard';
import { go } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { useSession } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import './ladder.scss';

type Head = Output<'notice.heads'>['heads'][number];

interface Props {
  head: Head;
  /** The list is of several notices. */
  titled: boolean;
  onChanged: () => void;
}

/** One unit whose head is to be told: whom, by which number, in which words, and whether it was done. */
export function HeadCard({ head: row, titled, onChanged }: Props) {
  const { can } = useSession();
  const [busy, setBusy] = useState(false);
  const { noticeId, unitId, unitName, region, head, liaison, dueText, told } = row;
  const mark = async (now: boolean) => {
    setBusy(true);
    try {
      await change('notice.tellHead', { noticeId, unitId, told: now }, newRequestId());
      toast(now ? '已标记，可在“已告知”里撤销' : '已撤销标记');
      onChanged();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={unitName} side={<Tag>{region}</Tag>}>
      {titled && (
        <Press className="head-notice" onPress={() => go('notice.progress', { noticeId })}>
          <Text>{row.title}</Text>
        </Press>
      )}
      <Text className="head-line">
        {[dueText, liaison ? `联络员${liaison}` : '尚无登记的联络员'].join(' · ')}
      </Text>
      {head ? (
        <View className="head-person">
          <Text className="head-line">
            负责人{[head.position, head.landline].filter(Boolean).map((one) => ` · ${one}`)}
          </Text>
          <Phone unitId={unitId} name={head.name} masked={head.phone} contactKey={head.key} />
        </View>
      ) : (
        <View className="head-person">
          <Tag tone="warning">单位档案里没有负责人</Tag>
          <Press className="head-act" onPress={() => go('unit.file', { unitId })}>
            <Text>去档案里补上</Text>
          </Press>
        </View>
      )}
      <View className="head-acts">
        <Button kind="plain" onPress={() => void copy(row.text)}>
          复制告知文字
        </Button>
        {can('notice.publish') && !told && (
          <Button busy={busy} onPress={() => void mark(true)}>
            已告知负责人
          </Button>
        )}
      </View>
      {told && (
        <View className="head-told">
          <Text>
            {showAt(told.at)}由{told.by}标记已告知
          </Text>
          {can('notice.publish') && (
            <Press className="head-act" label={`撤销${unitName}的标记`} onPress={() => void mark(false)}>
              <Text>撤销</Text>
            </Press>
          )}
        </View>
      )}
    </Card>
  );
}
