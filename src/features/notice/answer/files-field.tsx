import { useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { AnswerFile } from '@contract/answers';
import { Button } from '@/components/button';
import { Field, type FieldProps } from '@/components/field';
import { Press } from '@/components/press';
import { CallError, sentenceOf } from '@/lib/call';
import { role } from '@/lib/device/a11y';
import { forget, pickFiles, pickPictures, type Picked } from '@/lib/device/file';
import { upload } from '@/lib/upload';

const EXTENSIONS = ['pdf', 'docx', 'xlsx', 'jpg', 'png'];

interface Props extends FieldProps {
  files: AnswerFile[];
  max: number;
  onChange: (files: AnswerFile[]) => void;
}

interface Failure {
  picked: Picked;
  why: string;
  /** The same file may go through another time. */
  again: boolean;
}

/** Files and pictures of an answer: each is uploaded by itself, what did not go through stays listed. */
export function FilesField({ files, max, onChange, ...field }: Props) {
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<Failure[]>([]);
  // An upload takes a while: what came meanwhile must not be lost.
  const latest = useRef(files);
  latest.current = files;
  const put = (next: AnswerFile[]) => {
    latest.current = next;
    onChange(next);
  };

  const send = async (picked: Picked[]) => {
    setBusy(true);
    for (const one of picked) {
      try {
        const { fileKey, name, size } = await upload('attachment', one);
        put([...latest.current, { fileKey, name, size }]);
        forget(one.path);
      } catch (error) {
        const again = !CallError.is(error) || error.code !== 'invalid';
        setFailures((was) => [...was, { picked: one, why: sentenceOf(error), again }]);
      }
    }
    setBusy(false);
  };
  const drop = (failure: Failure) => setFailures((was) => was.filter((one) => one !== failure));
  const left = max - files.length;
  return (
    <Field {...field} rule={`最多${max}个，每个不超过20MB；可以是 PDF、Word、Excel 或图片`}>
      {files.map((file) => (
        <View key={file.fileKey} className="answer-file">
          <Text className="answer-file-name">✓ {file.name}</Text>
          <Press
            className="answer-tool"
            label={`去掉${file.name}`}
            onPress={() => put(files.filter((one) => one !== file))}
          >
            <Text>去掉</Text>
          </Press>
        </View>
      ))}
      {failures.map((failure, i) => (
        <View key={i} className="answer-file">
          <View className="field-error answer-file-name" {...role('alert')}>
            {failure.picked.name}：{failure.why}
          </View>
          {failure.again && left > 0 && (
            <Press className="answer-tool" onPress={() => (drop(failure), void send([failure.picked]))}>
              <Text>重新上传</Text>
            </Press>
          )}
          <Press className="answer-tool" onPress={() => (drop(failure), forget(failure.picked.path))}>
            <Text>不传了</Text>
          </Press>
        </View>
      ))}
      {busy && <View {...role('status')}>正在上传…</View>}
      {left > 0 && !busy && (
        <View className="chips">
          <Button kind="plain" onPress={() => void pickFiles(left, EXTENSIONS).then(send)}>
            ＋ 选文件
          </Button>
          <Button kind="plain" onPress={() => void pickPictures(left).then(send)}>
            ＋ 拍照或图片
          </Button>
        </View>
      )}
    </Field>
  );
}
