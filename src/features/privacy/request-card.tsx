import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { erasureLabels } from '@contract/privacy';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Tag } from '@/components/tag';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { newRequestId } from '@/lib/request-id';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { dayWords, erasureTones } from './words';
import './privacy.scss';

interface Props {
  request: Output<'privacy.requests'>['requests'][number];
  onDecided: () => void;
}

/** One request: who asks, by when, and the decision. */
export function RequestCard({ request, onDecided }: Props) {
  const { name, units, reason, state, submittedAt, dueOn, due, late, decidedAt, decidedBy, note } = request;
  const open = state === 'waiting' || state === 'erasing';
  return (
    <Card>
      <View className="privacy-line">
        <Text className="privacy-name">{name}</Text>
        <Tag tone={late ? 'danger' : erasureTones[state]}>
          {open && state === 'waiting' ? due : erasureLabels[state]}
        </Tag>
      </View>
      <Text className="privacy-second">{units.join('、') || '没有担任过联络员'}</Text>
      <Text className="privacy-text">
        {showAt(submittedAt)}提交{reason && `，原因：${reason}`}
      </Text>
      {open && <Text className="privacy-second">最迟{dayWords(dueOn)}答复</Text>}
      {!open && decidedAt && (
        <Text className="privacy-second">
          {showAt(decidedAt)}
          {erasureLabels[state]}
          {decidedBy && `，经办：${decidedBy}`}
        </Text>
      )}
      {note && <Text className="privacy-text">原因：{note}</Text>}
      {open && <Decision request={request} onDecided={onDecided} />}
    </Card>
  );
}

function Decision({ request: { erasureId, name, state }, onDecided }: Props) {
  const draft = useDraft(`erasure:${erasureId}`, { reason: '', refusing: false, requestId: newRequestId() });
  const { reason, refusing, requestId } = draft.value;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>();
  const decide = async (decision: 'agree' | 'refuse') => {
    if (decision === 'refuse' && !reason.trim()) return setWrong('请填写不同意的原因，申请人会看到');
    if (
      decision === 'agree' &&
      !(await confirm(
        '同意并删除？',
        `${name}的手机、证件、照片、简历等立即删除，不能恢复；姓名、单位、职务和备案号保留。导入过的名册文件、暂存待下载的表格一并清理：最近导入的名册不能再撤销，表格要重新导出。`,
        '删除',
      ))
    )
      return;
    setBusy(true);
    setWrong(undefined);
    try {
      await change(
        'privacy.decide',
        { erasureId, decision, reason },
        `${requestId}${decision === 'agree' ? 'A' : 'R'}`,
      );
      draft.clear();
      toast(decision === 'agree' ? '已删除，并已答复申请人' : '已答复申请人');
    } catch (error) {
      if (CallError.is(error) && error.field === 'reason') setWrong(error.message);
      else toast(sentenceOf(error));
      if (CallError.offline(error)) return;
      draft.set({ requestId: newRequestId() });
    } finally {
      setBusy(false);
      onDecided();
    }
  };
  if (refusing)
    return (
      <View className="privacy-acts">
        <TextField
          label="不同意的原因"
          required
          lines
          max={200}
          value={reason}
          placeholder="如：审计期间按规定保留至年底"
          error={wrong}
          onChange={(words) => draft.set({ reason: words })}
        />
        <Button busy={busy} onPress={() => void decide('refuse')}>
          答复申请人
        </Button>
        <Button kind="plain" onPress={() => draft.set({ refusing: false })}>
          取消
        </Button>
      </View>
    );
  return (
    <View className="privacy-acts">
      <Button kind="danger" busy={busy} onPress={() => void decide('agree')}>
        {state === 'erasing' ? '继续删除' : '同意并删除'}
      </Button>
      {state === 'waiting' && (
        <Button kind="plain" onPress={() => draft.set({ refusing: true })}>
          不同意…
        </Button>
      )}
    </View>
  );
}
