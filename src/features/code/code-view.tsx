import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { copy } from '@/lib/device/clipboard';
import { canPrint, print } from '@/lib/device/print';
import { savePicture } from '@/lib/device/save-picture';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { alt } from '@/lib/device/a11y';
import { OPEN_CODE, stateTones, stateWords, untilWords } from './words';
import './code.scss';

interface Props {
  codeId: string;
  onRevoked?: () => void;
}

/** One code large enough to scan from the screen, and what can be done with it. */
export function CodeView({ codeId, onRevoked }: Props) {
  const query = useQuery('code.get', { codeId });
  const { me } = useSession();
  const [busy, setBusy] = useState(false);
  const revoke = async () => {
    const sure = await confirm(
      '作废这张登记码？',
      '作废后扫这张码不能再登记，已经提交的登记不受影响。作废后不能恢复。',
      '作废',
    );
    if (!sure) return;
    setBusy(true);
    try {
      await change('code.revoke', { codeId });
      toast('登记码已作废');
      await query.reload();
      onRevoked?.();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Async query={query} rows={2}>
      {({ unitName, expiresAt, state, uses, pictureUrl }) => (
        <>
          <View className="card code-sheet">
            <Text className="code-office">{me?.office.name}</Text>
            <Text className="code-title">联络员登记码</Text>
            <Text className="code-name">{unitName ?? OPEN_CODE}</Text>
            {state === 'valid' ? (
              <Image className="code-picture" src={pictureUrl} mode="scaleToFill" {...alt('登记码图片')} />
            ) : (
              <Tag tone={stateTones[state]}>{`${stateWords[state]}，不能再扫`}</Tag>
            )}
            {state === 'valid' && <Text>用微信“扫一扫”扫这个码，按提示填写登记表</Text>}
            <Text className="code-second">{untilWords(expiresAt)}</Text>
          </View>
          <View className="card code-acts">
            <Text className="code-second">已有{uses}人用这张码提交登记</Text>
            {state === 'valid' && (
              <>
                <Button wide onPress={() => void savePicture(pictureUrl)}>
                  保存图片
                </Button>
                <View className="code-row">
                  {canPrint() && (
                    <Button kind="plain" onPress={print}>
                      打印
                    </Button>
                  )}
                  <Button kind="plain" onPress={() => void copy(codeId)}>
                    复制登记码
                  </Button>
                  <Button kind="danger" busy={busy} onPress={() => void revoke()}>
                    作废
                  </Button>
                </View>
                <Text className="code-second">登记码编号 {codeId}，别人说不清是哪一张时用来核对。</Text>
              </>
            )}
          </View>
        </>
      )}
    </Async>
  );
}
