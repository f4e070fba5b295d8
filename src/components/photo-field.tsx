import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import type { FileUse } from '@contract/file';
import { CallError, sentenceOf } from '@/lib/call';
import { pickPictures, type Picked } from '@/lib/device/file';
import { previewPictures } from '@/lib/device/picture';
import { upload } from '@/lib/upload';
import { alt, role } from '@/lib/device/a11y';
import { Button } from './button';
import { Field, type FieldProps } from './field';
import { Press } from './press';
import './photo-field.scss';

/** A picture on its way: picked, and uploaded once it has a key. */
export interface Shot extends Picked {
  fileKey?: string;
  url?: string;
}

interface Props extends FieldProps {
  use: FileUse;
  /** A stranger uploads with the right of this code. */
  codeId?: string | undefined;
  shot: Shot | null;
  onChange: (shot: Shot) => void;
}

/** One picture from the camera or the album: uploading, done, or failed and kept to be sent again. */
export function PhotoField({ use, codeId, shot, onChange, ...field }: Props) {
  const [percent, setPercent] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ why: string; again: boolean } | null>(null);
  const send = async (picked: Picked) => {
    onChange(picked);
    setFailed(null);
    setPercent(0);
    try {
      const { fileKey, url } = await upload(use, picked, codeId, setPercent);
      onChange({ ...picked, fileKey, url });
    } catch (error) {
      setFailed({ why: sentenceOf(error), again: !CallError.is(error) || error.code !== 'invalid' });
    } finally {
      setPercent(null);
    }
  };
  const choose = async () => {
    const [picked] = await pickPictures(1);
    if (picked) await send(picked);
  };
  if (!shot) {
    return (
      <Field {...field}>
        <Press className="photo-empty" label={`上传${field.label}`} onPress={() => void choose()}>
          <Text className="photo-plus">＋</Text>
          <Text>拍照或从相册选</Text>
        </Press>
      </Field>
    );
  }
  return (
    <Field {...field}>
      <View className="photo">
        <Preview shot={shot} label={field.label} />
        <View className="photo-side">
          {percent !== null && <View {...role('status')}>正在上传 {percent}%</View>}
          {percent === null && shot.fileKey && <Text className="photo-done">✓ 已上传</Text>}
          {percent === null && !shot.fileKey && (
            <>
              <Text className="photo-failed">{failed?.why ?? '上次没有传完'}</Text>
              {failed?.again !== false && (
                <Button onPress={() => void send({ path: shot.path, name: shot.name, size: shot.size })}>
                  重新上传
                </Button>
              )}
            </>
          )}
          {percent === null && (
            <Button kind="plain" onPress={() => void choose()}>
              换一张
            </Button>
          )}
        </View>
      </View>
    </Field>
  );
}

/** The device's own copy first; both addresses may be dead after a while, the upload itself is not. */
function Preview({ shot, label }: { shot: Shot; label: string }) {
  const [dead, setDead] = useState<string[]>([]);
  const src = [shot.path, shot.url].find((one) => one && !dead.includes(one));
  if (!src) return <View className="photo-lost">{shot.fileKey ? '图片已上传，预览已过期' : '无法预览'}</View>;
  return (
    <Press className="photo-look" label={`查看${label}大图`} onPress={() => previewPictures([src])}>
      <Image
        className="photo-image"
        src={src}
        mode="aspectFill"
        {...alt(label)}
        onError={() => setDead([...dead, src])}
      />
    </Press>
  );
}
