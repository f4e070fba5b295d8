import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { MAX_FILES, type Block } from '@contract/body';
import { CallError, sentenceOf } from '@/lib/call';
import { forget, pickFiles, pickPictures, type Picked } from '@/lib/device/file';
import { upload } from '@/lib/upload';
import { role } from '@/lib/device/a11y';
import { Button } from '../button';

const EXTENSIONS = ['pdf', 'docx', 'xlsx', 'jpg', 'png'];

type Added = Extract<Block, { fileKey: string }>;

interface Sending {
  use: 'picture' | 'attachment';
  picked: Picked;
}

interface Failure extends Sending {
  why: string;
  /** The same file may go through another time. */
  again: boolean;
}

interface Props {
  left: number;
  onAdd: (block: Added, url: string) => void;
}

/** Pictures and files, one after the other; those that did not go through stay listed, to be sent again. */
export function AddFiles({ left, onAdd }: Props) {
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<Failure[]>([]);
  const drop = (failure: Failure) => setFailures((was) => was.filter((one) => one !== failure));

  const send = async (files: Sending[]) => {
    setBusy(true);
    for (const { use, picked } of files) {
      try {
        const { fileKey, name, size, url } = await upload(use, picked);
        onAdd(
          use === 'picture'
            ? { type: 'picture', fileKey, caption: '' }
            : { type: 'file', fileKey, name, size },
          url,
        );
        forget(picked.path);
      } catch (error) {
        const again = !CallError.is(error) || error.code !== 'invalid';
        setFailures((was) => [...was, { use, picked, why: sentenceOf(error), again }]);
      }
    }
    setBusy(false);
  };
  const sendAll = (use: Sending['use'], files: Picked[]) => send(files.map((picked) => ({ use, picked })));
  const giveUp = (failure: Failure) => {
    drop(failure);
    forget(failure.picked.path);
  };
  const retry = (failure: Failure) => {
    drop(failure);
    void send([failure]);
  };

  return (
    <>
      {left > 0 ? (
        <>
          <Button
            kind="plain"
            busy={busy}
            onPress={() => void pickPictures(left).then((picked) => sendAll('picture', picked))}
          >
            ＋ 图片
          </Button>
          <Button
            kind="plain"
            busy={busy}
            onPress={() => void pickFiles(left, EXTENSIONS).then((picked) => sendAll('attachment', picked))}
          >
            ＋ 附件
          </Button>
        </>
      ) : (
        <Text className="field-rule">图片和附件最多{MAX_FILES}个</Text>
      )}
      {failures.map((failure, i) => (
        <View key={i} className="editor-failure">
          <View className="field-error" {...role('alert')}>
            {failure.picked.name}：{failure.why}
          </View>
          {failure.again && left > 0 && (
            <Button busy={busy} onPress={() => retry(failure)}>
              重新上传
            </Button>
          )}
          <Button kind="plain" onPress={() => giveUp(failure)}>
            不传了
          </Button>
        </View>
      ))}
    </>
  );
}
