import { Text, View } from '@tarojs/components';
import { BodyEditor } from '@/components/body/editor';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, DayField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { Async, Failed } from '@/components/states';
import { role } from '@/lib/device/a11y';
import { newRequestId } from '@/lib/request-id';
import { anchorOf } from '@/lib/scroll-to';
import { useSession } from '@/lib/session';
import { showClock } from '@/lib/show-time';
import { useDraft } from '@/lib/use-draft';
import { AudiencePicker } from './audience-picker';
import { nextDays } from './due';
import { usePublishing, type Writing } from './publishing';
import { ReachLine } from './reach-line';
import './compose.scss';

const empty = (): Writing => ({
  title: '',
  hostId: '',
  body: [{ type: 'paragraph', runs: [{ text: '' }] }],
  audience: { kind: 'all' },
  day: '',
  time: '17:00',
  urgent: false,
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
  const { value, set } = draft;
  const hostId = value.hostId || (hosts[0]?.id ?? '');
  const { fault, busy, publish } = usePublishing(draft, hostId);
  const at = (field: string) => (fault?.field === field ? fault.message : undefined);
  const wrongBlock = /^body\.(\d+)$/.exec(fault?.field ?? '')?.[1];

  const foot = (
    <>
      <ReachLine audience={value.audience} />
      {fault && (
        <View className="field-error" {...role('alert')}>
          {fault.message}
        </View>
      )}
      <Button wide busy={busy} onPress={publish}>
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
          id={anchorOf('title')}
          required
          value={value.title}
          max={100}
          error={at('title')}
          onChange={(title) => set({ title })}
        />
        {hosts.length > 1 && (
          <ChoiceField
            label="发文单位"
            id={anchorOf('hostId')}
            required
            value={hostId}
            choices={Object.fromEntries(hosts.map(({ id, name }) => [id, name]))}
            error={at('hostId')}
            onChange={(id) => set({ hostId: id })}
          />
        )}
        <View className="field-label" id={anchorOf('body')}>
          <Text>正文</Text>
          <Text className="field-required">必填</Text>
        </View>
        <BodyEditor
          body={value.body}
          error={at('body')}
          {...(wrongBlock && { fault: { at: Number(wrongBlock), message: fault?.message ?? '' } })}
          onChange={(body) => set({ body })}
        />
      </Card>
      <Card title="2 发给谁">
        <AudiencePicker
          value={value.audience}
          hosts={hosts}
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
          id={anchorOf('dueAt')}
          required
          value={value.day}
          error={at('dueAt')}
          onChange={(day) => set({ day })}
        />
        <ChoiceField label="截止时间" value={value.time} choices={TIMES} onChange={(time) => set({ time })} />
        <ChoiceField
          label="紧急程度"
          value={value.urgent ? 'urgent' : 'plain'}
          choices={{ plain: '一般', urgent: '紧急' }}
          rule="紧急通知夜间也会推送，请慎用"
          onChange={(how) => set({ urgent: how === 'urgent' })}
        />
      </Card>
    </Page>
  );
}
