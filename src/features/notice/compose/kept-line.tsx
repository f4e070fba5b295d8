import { Text, View } from '@tarojs/components';
import { draftLabels } from '@contract/rules/draft';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { role } from '@/lib/device/a11y';
import { replace } from '@/lib/go';
import { showAt, showClock } from '@/lib/show-time';
import type { Kept } from './kept';

interface Props {
  kept: Kept;
  /** When it was last kept on the device, ms. */
  savedAt: number | null;
  draftId: string;
}

/** Whether what is written is safe, and what to do when another device was there. */
export function KeptLine({ kept, savedAt, draftId }: Props) {
  const { keeping, note } = kept;
  if (keeping.how === 'conflict')
    return (
      <Card title="另一台设备上也改过这份草稿">
        <View {...role('alert')}>
          <Text>
            那边最后保存于{showAt(keeping.theirs.savedAt)}，标题“{keeping.theirs.title || '（无标题）'}”。
            两边都还在，请选用哪一份；选定后，另一份不再保留。
          </Text>
        </View>
        <View className="compose-choices">
          <Button onPress={kept.useMine}>用这里的</Button>
          <Button kind="plain" onPress={kept.useTheirs}>
            用那边的
          </Button>
        </View>
      </Card>
    );
  if (keeping.how === 'moved') return <Moved kept={kept} draftId={draftId} />;
  return (
    <>
      <Text className="age-note">{wordsOf(kept, savedAt)}</Text>
      {note && (
        <Card title={`${note.by}退回了这份草稿`}>
          <Text>原因：{note.words}</Text>
        </Card>
      )}
    </>
  );
}

function Moved({ kept, draftId }: { kept: Kept; draftId: string }) {
  const theirs = kept.keeping.how === 'moved' ? kept.keeping.theirs : null;
  return (
    <Card title={theirs ? `这份草稿${draftLabels[theirs.state]}` : '这份草稿不能再保存'}>
      <Text>
        {theirs ? '在这里再改不会影响它。' : '它可能已在别处删除。'}这里写的内容可以另存为一份新草稿。
      </Text>
      <View className="compose-choices">
        {theirs && theirs.state !== 'dropped' && (
          <Button onPress={() => replace('notice.draft', { draftId })}>去看这份草稿</Button>
        )}
        <Button kind="plain" onPress={kept.branch}>
          另存为新草稿
        </Button>
      </View>
    </Card>
  );
}

function wordsOf({ keeping }: Kept, savedAt: number | null): string {
  if (savedAt === null && keeping.how !== 'saved') return '写下的内容会自动保存';
  const at = savedAt === null ? '' : ` ${showClock(savedAt)}`;
  switch (keeping.how) {
    case 'saved':
      return `草稿已保存${at}，换台设备也能接着写`;
    case 'offline':
      return `未联网，草稿存在本机${at}`;
    case 'refused':
      return `草稿已保存在本机${at}，没有存到服务器：${keeping.message}`;
    default:
      return `草稿已保存在本机${at}`;
  }
}
