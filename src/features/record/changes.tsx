import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { formLabels } from '@contract/form';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { newRequestId } from '@/lib/request-id';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import { Sides } from './sides';
import type { Change } from './words';
import './record.scss';

interface Props {
  unitId: string;
  change: Change;
  urls: { [fileKey: string]: string };
  onDone: () => void;
}

/** What I asked for and nobody has decided; it may be taken back. */
export function OpenChange({ unitId, change: asked, urls, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [requestId] = useState(newRequestId);
  const withdraw = async () => {
    if (!(await confirm('撤回变更申请', '撤回后资料保持原样，您可以重新申请。', '撤回'))) return;
    setBusy(true);
    try {
      await change('record.withdraw', { unitId, correctionId: asked.correctionId }, requestId);
      toast('已撤回');
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
      onDone();
    }
  };
  return (
    <Card title="您申请的变更" side={<Tag tone="accent">秘书处审核中</Tag>}>
      <Text className="record-second">
        {showAt(asked.submittedAt)}提交，您无需操作{asked.late ? '；报告超过规定期限，已注明' : ''}
      </Text>
      {asked.reason && <Text className="record-second">变更原因：{asked.reason}</Text>}
      {asked.keys.map((key) => (
        <View key={key} className="record-compare">
          <View className="record-compare-head">
            <Text>{formLabels[key]}</Text>
          </View>
          <Sides name={key} old={asked.old} changed={asked.changed} urls={urls} />
        </View>
      ))}
      <Button kind="plain" wide busy={busy} onPress={() => void withdraw()}>
        撤回申请
      </Button>
    </Card>
  );
}

/** What became of the newest request, field by field. */
export function LastChange({ change: { decisions, decidedAt } }: { change: Change }) {
  const refused = decisions.filter(({ agreed }) => !agreed);
  return (
    <Card
      title="上次变更的结果"
      side={
        refused.length > 0 ? (
          <Tag tone="danger">{`${refused.length}项未同意`}</Tag>
        ) : (
          <Tag tone="success">全部同意</Tag>
        )
      }
    >
      {decidedAt && <Text className="record-second">{showAt(decidedAt)}办结</Text>}
      {decisions.map(({ key, agreed, reason }) => (
        <View key={key} className="record-field">
          <Text className="record-label">{formLabels[key]}</Text>
          <Text className="record-value">{agreed ? '已同意' : `未同意：${reason}`}</Text>
        </View>
      ))}
    </Card>
  );
}
