import { useState } from 'react';
import { View } from '@tarojs/components';
import { fileUses } from '@contract/file';
import { attachmentKinds, type AttachmentKind } from '@contract/unit';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { change, sentenceOf } from '@/lib/call';
import { forget, pickFiles, pickPictures, type Picked } from '@/lib/device/file';
import { role } from '@/lib/device/a11y';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import { upload } from '@/lib/upload';

/** A file on its way: what went through once is not sent again. */
interface Sending {
  picked: Picked;
  requestId: string;
  fileKey?: string;
}

/** Puts a picture or a document into the unit's file; one that did not go through is kept to be sent again. */
export function AddPaper({ unitId, onAdded }: { unitId: string; onAdded: () => void }) {
  const [kind, setKind] = useState<AttachmentKind>('licence');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ sending: Sending; why: string } | null>(null);

  const send = async (sending: Sending) => {
    setBusy(true);
    setFailed(null);
    const { picked, requestId } = sending;
    try {
      sending.fileKey ??= (await upload('attachment', picked)).fileKey;
      const { fileKey } = sending;
      await change('unit.attach', { unitId, kind, fileKey, name: picked.name }, requestId);
      forget(picked.path);
      toast('材料已存入档案');
      onAdded();
    } catch (error) {
      setFailed({ sending, why: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };
  const sendFirst = ([picked]: Picked[]) => {
    if (picked) void send({ picked, requestId: newRequestId() });
  };
  return (
    <Card title="添加材料">
      <ChoiceField
        label="材料类别"
        value={kind}
        choices={attachmentKinds}
        onChange={(chosen) => setKind(chosen as AttachmentKind)}
      />
      <View className="unit-buttons">
        <Button kind="plain" busy={busy} onPress={() => void pickPictures(1).then(sendFirst)}>
          拍照或选图片
        </Button>
        <Button
          kind="plain"
          busy={busy}
          onPress={() => void pickFiles(1, [...fileUses.attachment.types]).then(sendFirst)}
        >
          选文件
        </Button>
      </View>
      {failed && (
        <>
          <View className="field-error" {...role('alert')}>
            {failed.sending.picked.name}：{failed.why}
          </View>
          <Button kind="plain" busy={busy} onPress={() => void send(failed.sending)}>
            重新上传
          </Button>
        </>
      )}
    </Card>
  );
}
