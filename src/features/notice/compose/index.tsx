import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Body } from '@contract/body';
import type { Audience } from '@contract/notice';
import { BodyEditor } from '@/components/body/editor';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, DayField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { Async, Failed } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { useSession } from '@/lib/session';
import { showClock } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { AudiencePicker } from './audience-picker';
import { dueFrom, nextDays } from './due';
import { ReachLine } from './reach-line';

interface Writing {
  title: string;
  hostId: string;
  body: Body;
  audience: Audience;
  day: string;
  time: string;
  /** Kept with the draft: publishing again after a lost answer publishes once. */
  requestId: string;
}

interface Fault {
  field: string;
  message: string;
}

const empty = (): Writing => ({
  title: '',
  hostId: '',
  body: [{ type: 'paragraph', runs: [{ text: '' }] }],
  audience: { kind: 'all' },
  day: '',
  time: '17:00',
  requestId: newRequestId(),
});

const TIMES = { '12:00': '中午12:00', '17:00': '下班前17:00', '23:59': '当天23:59' };

/** 写什么 → 发给谁 → 何时前确认, on one page that keeps what is typed. */
export default function Compose() {
  const session = useSession();
  if (session.data && session.can('notice.publish')) return <Writer hosts={session.data.office.hosts} />;
  return (
    <Page>
      <Async query={session}>{() => <Failed message="此页面向可以发布通知的秘书处人员开放" />}</Async>
    </Page>
  );
}

function Writer({ hosts }: { hosts: { id: string; name: string }[] }) {
  const draft = useDraft<Writing>('compose', empty());
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const { value, set } = draft;
  const hostId = value.hostId || (hosts[0]?.id ?? '');
  const at = (field: string) => (fault?.field.split('.')[0] === field ? fault.message : undefined);

  const publish = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { title, audience, requestId } = value;
      const body = value.body.filter(
        (block) => block.type !== 'paragraph' || block.runs.some(({ text }) => text.trim()),
      );
      const dueAt = dueFrom(value.day, value.time);
      const reply = await change('notice.publish', { title, hostId, body, audience, dueAt }, requestId);
      draft.clear();
      toast(`已发给${reply.total}家单位`);
      replace('notice.progress', { noticeId: reply.noticeId });
    } catch (error) {
      if (CallError.is(error) && error.code === 'conflict') set({ requestId: newRequestId() });
      setFault({ message: sentenceOf(error), field: (CallError.is(error) && error.field) || '' });
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  const foot = (
    <>
      <ReachLine audience={value.audience} />
      <Button wide busy={busy} onPress={() => void publish()}>
        发布
      </Button>
    </>
  );
  return (
    <Page foot={foot}>
      <Text className="age-note">
        {draft.savedAt ? `草稿已保存 ${showClock(draft.savedAt)}` : '写下的内容会自动保存'}
      </Text>
      <Card title="1 写什么">
        <TextField
          label="标题"
          required
          value={value.title}
          max={100}
          error={at('title')}
          onChange={(title) => set({ title })}
        />
        {hosts.length > 1 && (
          <ChoiceField
            label="发文单位"
            required
            value={hostId}
            choices={Object.fromEntries(hosts.map(({ id, name }) => [id, name]))}
            error={at('hostId')}
            onChange={(id) => set({ hostId: id })}
          />
        )}
        <View className="field-label">
          <Text>正文</Text>
          <Text className="field-required">必填</Text>
        </View>
        <BodyEditor body={value.body} error={at('body')} onChange={(body) => set({ body })} />
      </Card>
      <Card title="2 发给谁">
        <AudiencePicker
          value={value.audience}
          error={at('audience')}
          onChange={(audience) => set({ audience })}
        />
      </Card>
      <Card title="3 何时前确认">
        <ChoiceField
          label="常用日期"
          value={value.day}
          choices={nextDays(new Date())}
          onChange={(day) => set({ day })}
        />
        <DayField
          label="截止日期"
          required
          value={value.day}
          error={at('dueAt')}
          onChange={(day) => set({ day })}
        />
        <ChoiceField label="截止时间" value={value.time} choices={TIMES} onChange={(time) => set({ time })} />
      </Card>
    </Page>
  );
}
