import { useState } from 'react';
import { View } from '@tarojs/components';
import { fileUses } from '@contract/file';
import { sentenceOf } from '@/lib/call';
import { role } from '@/lib/device/a11y';
import { forget, pickFiles, pickPictures, type Picked } from '@/lib/device/file';
import { newRequestId } from '@/lib/request-id';
import { upload } from '@/lib/upload';
import { Button } from './button';
import './add-file.scss';

/** A file on its way: what went through once is not sent again. */
interface Sending {
  picked: Picked;
  requestId: string;
  fileKey?: string;
}

interface Props {
  words: { picture: string; file: string };
  /** Puts the uploaded file where it belongs; under the same request id when tried again. */
  onUploaded: (file: { fileKey: string; name: string }, requestId: string) => Promise<void>;
}

/** A picture or a document, one at a time; one that did not go through is kept to be sent again. */
export function AddFile({ words, onUploaded }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ sending: Sending; why: string } | null>(null);
  const send = async (sending: Sending) => {
    setBusy(true);
    setFailed(null);
    const { picked, requestId } = sending;
    try {
      sending.fileKey ??= (await upload('attachment', picked)).fileKey;
      await onUploaded({ fileKey: sending.fileKey, name: picked.name }, requestId);
      forget(picked.path);
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
    <>
      <View className="add-file">
        <Button kind="plain" busy={busy} onPress={() => void pickPictures(1).then(sendFirst)}>
          {words.picture}
        </Button>
        <Button
          kind="plain"
          busy={busy}
          onPress={() => void pickFiles(1, [...fileUses.attachment.types]).then(sendFirst)}
        >
          {words.file}
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
    </>
  );
}
