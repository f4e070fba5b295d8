import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { BodyEditor } from '@/components/body/editor';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, DayField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { role } from '@/lib/device/a11y';
import { anchorOf } from '@/lib/scroll-to';
import { useQuery } from '@/lib/use-query';
import type { Whole } from '../reader';
import { useCorrecting } from './correcting';
import './correct.scss';

const KINDS = { no: '只改文字或延期', yes: '请重新确认' };
const RULES = {
  no: '回执保持不变，通知上注明更正时间和说明，不再推送',
  yes: '另发一份新版给同一批单位，文号不变；旧版回执保留可查',
};

/** Corrects a notice that went out. */
export default function Correct() {
  const { noticeId = '' } = useRouter().params;
  return <StaffOnly right="notice.publish">{() => <OfNotice noticeId={noticeId} />}</StaffOnly>;
}

function OfNotice({ noticeId }: { noticeId: string }) {
  const notice = useQuery('notice.get', { noticeId });
  const whole = notice.data?.view === 'whole' ? notice.data : null;
  if (whole?.state === 'published') return <Form notice={whole} />;
  return (
    <Page narrow>
      <Async query={notice} rows={2}>
        {() => <Empty title="现在不能更正这条通知" how="它还在发出，或已经撤回、更正；请返回“通知”查看。" />}
      </Async>
    </Page>
  );
}

function Form({ notice }: { notice: Whole }) {
  const { value, set, savedAt, fault, busy, send } = useCorrecting(notice);
  const at = (field: string) => (fault?.field === field ? fault.message : undefined);
  const wrongBlock = /^body\.(\d+)$/.exec(fault?.field ?? '')?.[1];
  const again = value.again ? 'yes' : 'no';
  const times = { '12:00': '中午12:00', '17:00': '下班前17:00', '23:59': '当天23:59' };
  const foot = (
    <>
      {fault && (
        <View className="field-error" {...role('alert')}>
          {fault.message}
        </View>
      )}
      <Button wide busy={busy} onPress={send}>
        {value.again ? '发出更正，请重新确认' : '更正'}
      </Button>
    </>
  );
  return (
    <Page narrow foot={foot}>
      <SavedLine at={savedAt} />
      <Card title="怎样更正">
        <ChoiceField
          label="更正方式"
          value={again}
          choices={KINDS}
          rule={RULES[again]}
          onChange={(kind) => set({ again: kind === 'yes' })}
        />
        <TextField
          label="更正说明"
          id={anchorOf('note')}
          required
          value={value.note}
          placeholder="如：会议地点改为三楼会议室"
          max={100}
          rule="各单位会看到这句话"
          error={at('note')}
          onChange={(note) => set({ note })}
        />
      </Card>
      <Card title="更正后的内容">
        {notice.number && <Text className="correct-line">{`文号：${notice.number}（不变）`}</Text>}
        <TextField
          label="标题"
          id={anchorOf('title')}
          required
          value={value.title}
          max={100}
          error={at('title')}
          onChange={(title) => set({ title })}
        />
        <View className="field-label" id={anchorOf('body')}>
          <Text>正文</Text>
          <Text className="field-required">必填</Text>
        </View>
        <BodyEditor
          body={value.body}
          error={at('body')}
          {...(wrongBlock && { fault: { at: Number(wrongBlock), message: fault?.message ?? '' } })}
          onChange={(body) => set({ body })}
          title={value.title}
          onTitle={(title) => set({ title })}
          urls={notice.urls}
        />
        {notice.asking.kind !== 'nothing' && (
          <>
            <DayField
              label="截止日期"
              id={anchorOf('dueAt')}
              required
              value={value.day}
              rule="改动时应晚于现在"
              error={at('dueAt')}
              onChange={(day) => set({ day })}
            />
            <ChoiceField
              label="截止时间"
              value={value.time}
              choices={{ ...times, ...(value.time in times ? {} : { [value.time]: value.time }) }}
              onChange={(time) => set({ time })}
            />
          </>
        )}
      </Card>
    </Page>
  );
}
