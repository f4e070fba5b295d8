import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { erasureDrops, erasureKeeps, erasureLabels } from '@contract/privacy';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { newRequestId } from '@/lib/request-id';
import { showAt } from '@/lib/show-time';
import { back } from '@/lib/go';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';
import { dayWords, erasureTones } from '../words';
import '../privacy.scss';

const NOTHING = {};

/** What a deletion takes and leaves, then the request, then how it stands. */
export default function ErasurePage() {
  const query = useQuery('privacy.get', NOTHING);
  useDidShow(() => void query.reload());
  const done = () => void query.reload();
  return (
    <Page narrow>
      <Async query={query}>
        {({ erasure, hindrance, workdays }) => {
          const open = erasure?.state === 'waiting' || erasure?.state === 'erasing';
          return (
            <>
              {erasure && <Status erasure={erasure} onChanged={done} />}
              <Consequences />
              {!open &&
                (hindrance ? (
                  <>
                    <Text className="privacy-warning">{hindrance}。</Text>
                    <Button wide onPress={back}>
                      返回
                    </Button>
                  </>
                ) : (
                  <Ask workdays={workdays} onSent={done} />
                ))}
            </>
          );
        }}
      </Async>
    </Page>
  );
}

function Consequences() {
  return (
    <>
      <Card title="会删除">
        {erasureDrops.map((what) => (
          <Text key={what} className="privacy-text">
            · {what}
          </Text>
        ))}
        <Text className="privacy-second">删除后不能恢复。以后再任联络员，要重新登记、重新同意。</Text>
      </Card>
      <Card title="会保留，以及为什么">
        {erasureKeeps.map(([what, why]) => (
          <View key={what} className="privacy-item">
            <Text>{what}</Text>
            <Text className="privacy-second">{why}</Text>
          </View>
        ))}
      </Card>
    </>
  );
}

function Ask({ workdays, onSent }: { workdays: number; onSent: () => void }) {
  const { value, set, savedAt, clear } = useDraft('erasure', { reason: '', requestId: newRequestId() });
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>();
  const send = async () => {
    const sure = await confirm(
      '提交删除申请？',
      '秘书处同意后立即删除，不能恢复；办理前您可以随时撤回申请。',
      '提交',
    );
    if (!sure) return;
    setBusy(true);
    setWrong(undefined);
    try {
      const { dueOn } = await change('privacy.requestErasure', { reason: value.reason }, value.requestId);
      clear();
      toast(`已提交，最迟${dayWords(dueOn)}答复您`);
      onSent();
    } catch (error) {
      setWrong(sentenceOf(error));
      if (!CallError.offline(error)) set({ requestId: newRequestId() });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="申请删除">
      <TextField
        label="原因"
        lines
        max={200}
        value={value.reason}
        placeholder="可以不填，如：已离职"
        rule={`秘书处在${workdays}个工作日内答复，不同意的会说明原因`}
        error={wrong}
        onChange={(reason) => set({ reason })}
      />
      <SavedLine at={savedAt} />
      <Button kind="danger" wide busy={busy} onPress={() => void send()}>
        撤回同意并申请删除
      </Button>
    </Card>
  );
}

interface StatusProps {
  erasure: NonNullable<Output<'privacy.get'>['erasure']>;
  onChanged: () => void;
}

function Status({
  erasure: { erasureId, state, submittedAt, dueOn, decidedAt, note },
  onChanged,
}: StatusProps) {
  const [requestId] = useState(newRequestId);
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await change('privacy.withdrawErasure', { erasureId }, requestId);
      toast('已撤回申请，您的资料没有改动');
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
      onChanged();
    }
  };
  return (
    <Card title="您的申请" side={<Tag tone={erasureTones[state]}>{erasureLabels[state]}</Tag>}>
      <Text className="privacy-text">{showAt(submittedAt)}提交</Text>
      {state === 'waiting' && (
        <Text className="privacy-text">秘书处办理中，您无需操作，最迟{dayWords(dueOn)}答复。</Text>
      )}
      {decidedAt && state !== 'waiting' && (
        <Text className="privacy-text">
          {showAt(decidedAt)}
          {erasureLabels[state]}
        </Text>
      )}
      {note && <Text className="privacy-text">秘书处的说明：{note}</Text>}
      {state === 'waiting' && (
        <Button kind="plain" busy={busy} onPress={() => void withdraw()}>
          撤回申请
        </Button>
      )}
    </Card>
  );
}
