import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { paperKinds, type PaperKind } from '@contract/paper';
import type { AttachmentKind } from '@contract/unit';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { PhotoField, type Shot } from '@/components/photo-field';
import { Tag } from '@/components/tag';
import { CallError, change, sentenceOf } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';

/** Where a returned paper lies in the unit's file. */
const fileAs: Record<PaperKind, AttachmentKind> = {
  form: 'form',
  recommendation: 'other',
  change: 'other',
  handover: 'other',
  letter: 'letter',
};

/** The record a paper belongs to, and the photo that is put into the unit's file. */
export function Returned({ found }: { found: Output<'paper.open'> }) {
  const { kind, unitId, unitName, subjectId, names, numbers } = found;
  const [shot, setShot] = useState<Shot | null>(null);
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState(0);
  const [requestId, setRequestId] = useState(newRequestId);
  const what = `盖章${paperKinds[kind]}`;
  const keep = async (fileKey: string) => {
    setBusy(true);
    try {
      const name = `${what}${names.length > 0 ? `（${names.join('、')}）` : ''}`;
      await change('unit.attach', { unitId, kind: fileAs[kind], fileKey, name, subjectId }, requestId);
      setKept(kept + 1);
      setShot(null);
      setRequestId(newRequestId());
    } catch (error) {
      if (!CallError.offline(error)) setRequestId(newRequestId());
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card
      title={paperKinds[kind]}
      side={kept > 0 ? <Tag tone="success">{`已归档${kept}页`}</Tag> : undefined}
    >
      <View className="paper-stack">
        <View className="paper-found">
          <Text className="paper-name">{unitName}</Text>
          <Text>{names.join(' → ')}</Text>
          {numbers.length > 0 && <Text className="paper-second">{numbers.join('、')}</Text>}
        </View>
        <PhotoField
          use="paper"
          label={what}
          rule="拍全四角，公章和日期要清楚；有几页就一页一页归档"
          shot={shot}
          onChange={setShot}
        />
        <Button
          wide
          busy={busy}
          disabled={!shot?.fileKey}
          onPress={() => shot?.fileKey && void keep(shot.fileKey)}
        >
          {kept > 0 ? '归档下一页' : '归档到单位档案'}
        </Button>
      </View>
    </Card>
  );
}
