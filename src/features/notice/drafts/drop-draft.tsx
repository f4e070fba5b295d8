import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Press } from '@/components/press';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { toast } from '@/lib/toast';
import { forgetDraft } from '../compose/kept';

interface Props {
  draft: { draftId: string; title: string };
  onDropped: () => void;
}

/** 删除草稿, after asking once: from the server and from this device. */
export function DropDraft({ draft: { draftId, title }, onDropped }: Props) {
  const [busy, setBusy] = useState(false);
  const drop = async () => {
    const named = title ? `“${title}”` : '这份草稿';
    if (busy || !(await confirm('删除这份草稿？', `${named}删除后不能恢复。`, '删除'))) return;
    setBusy(true);
    try {
      await change('notice.dropDraft', { draftId });
      forgetDraft(draftId);
      toast('草稿已删除');
      onDropped();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Press className="drafts-tool" label={`删除草稿${title}`} onPress={() => void drop()}>
      <Text>删除草稿</Text>
    </Press>
  );
}
