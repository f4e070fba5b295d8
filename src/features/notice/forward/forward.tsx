import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { filesOf } from '@contract/body';
import { Button } from '@/components/button';
import { Row } from '@/components/card';
import { copy } from '@/lib/device/clipboard';
import { handOverPictures, PictureCanvas } from '@/lib/device/text-picture';
import { layOut } from '@/lib/text-picture/layout';
import { toast } from '@/lib/toast';
import { paperOf, piecesOf, type Whole } from './words';
import './forward.scss';

/** 转发给同事: who is not registered cannot open the card, so the notice goes on as text or as a picture. */
export function Forward({ notice }: { notice: Whole }) {
  const [busy, setBusy] = useState(false);
  const [pieces, setPieces] = useState<string[]>([]);
  const copyOne = async (piece = '') => {
    if (!(await copy(piece))) toast('没有复制成功，请允许使用剪贴板后重试');
  };
  const copyAll = async () => {
    const made = piecesOf(notice, new Date());
    setPieces(made);
    await copyOne(made[0]);
  };
  const draw = async () => {
    setBusy(true);
    await handOverPictures((measure) => layOut(paperOf(notice, new Date()), measure));
    setBusy(false);
  };
  // Of a notice that was taken back a liaison gets no text.
  if (notice.body.length === 0) return null;
  return (
    <View className="forward">
      <Text className="forward-words">
        转发给本单位同事{filesOf(notice.body).length > 0 && '（图片和附件请打开后另行转发）'}
      </Text>
      <View className="forward-buttons">
        <Button kind="plain" onPress={() => void copyAll()}>
          复制全文
        </Button>
        <Button kind="plain" busy={busy} onPress={() => void draw()}>
          存为图片
        </Button>
      </View>
      {pieces.length > 1 && (
        <>
          <Text className="forward-words">
            一条消息放不下，分{pieces.length}段，第1段已复制；请逐段复制后发送：
          </Text>
          {pieces.map((piece, i) => (
            <Row key={i} title={`第${i + 1}段`} side="复制" onPress={() => void copyOne(piece)} />
          ))}
        </>
      )}
      <PictureCanvas />
    </View>
  );
}
