import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Output } from '@contract/index';
import { channels, onBehalfWords, type Channel } from '@contract/jielong';
import type { Question } from '@contract/asking';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { role } from '@/lib/device/a11y';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import { FormFields } from '../answer/form-fields';
import { useRecording } from './recording';
import './record.scss';

type Receipt = Output<'notice.receipts'>['receipts'][number];

/** 代录 one unit: what it answered by phone, on paper or in the group; or taking such an entry back. */
export default function Record() {
  const { noticeId = '', unitId = '' } = useRouter().params;
  return <StaffOnly right="notice.publish">{() => <OfUnit noticeId={noticeId} unitId={unitId} />}</StaffOnly>;
}

function OfUnit({ noticeId, unitId }: { noticeId: string; unitId: string }) {
  const notice = useQuery('notice.get', { noticeId });
  const receipts = useQuery('notice.receipts', { noticeId, unitId });
  const receipt = receipts.data?.receipts[0];
  const title = notice.data?.title ?? '';
  const asking = notice.data?.view === 'whole' ? notice.data.asking : null;
  const questions = asking?.kind === 'form' ? asking.questions : null;
  // Of a form the questions have to be there first.
  const missing = receipt?.ask === 'form' ? questions && receipt.state !== 'answered' : !receipt?.confirmed;
  if (receipt && missing)
    return <Entry noticeId={noticeId} title={title} receipt={receipt} questions={questions} />;
  return (
    <Page narrow>
      <Async query={receipts} rows={2}>
        {() =>
          receipt?.confirmed ? (
            <Confirmed
              noticeId={noticeId}
              title={title}
              receipt={receipt}
              onChange={() => void receipts.reload()}
            />
          ) : (
            <Empty title="这条通知没有发给这家单位" how="请返回“还差谁”重新选择。" />
          )
        }
      </Async>
    </Page>
  );
}

interface EntryProps {
  noticeId: string;
  title: string;
  receipt: Receipt;
  questions: Question[] | null;
}

function Entry({ noticeId, title, receipt, questions }: EntryProps) {
  const { value, set, savedAt, fault, busy, send } = useRecording(noticeId, receipt, questions);
  const at = (field: string) => (fault?.field === field ? fault.message : undefined);
  const foot = (
    <>
      {fault && (
        <View className="field-error" {...role('alert')}>
          {fault.message}
        </View>
      )}
      <Button wide busy={busy} onPress={send}>
        {questions ? '记为已填报' : '记为已确认'}
      </Button>
    </>
  );
  return (
    <Page narrow foot={foot}>
      <Head title={title} unitName={receipt.unitName} />
      <SavedLine at={savedAt} />
      {questions && (
        <Card title="回执表">
          <FormFields
            questions={questions}
            filling={value.filling ?? {}}
            at={(id) => at(`answers.${id}`)}
            onChange={(id, typed) => set({ filling: { ...value.filling, [id]: typed } })}
          />
        </Card>
      )}
      <Card>
        <ChoiceField
          label="答复方式"
          required
          value={value.channel}
          choices={channels}
          error={at('channel')}
          onChange={(channel) => set({ channel: channel as Channel })}
        />
        <TextField
          label="答复人姓名"
          required
          value={value.name}
          max={20}
          rule={
            receipt.liaison ? '已填本单位联络员，由他人答复的请改写' : '本单位还没有联络员，请写答复您的人'
          }
          error={at('name')}
          onChange={(name) => set({ name })}
        />
        <TextField
          label="备注"
          value={value.note}
          placeholder="如：下午3点来电，派两人参加"
          max={100}
          rule="只有秘书处看得到"
          error={at('note')}
          onChange={(note) => set({ note })}
        />
      </Card>
    </Page>
  );
}

interface ConfirmedProps {
  noticeId: string;
  title: string;
  receipt: Receipt;
  onChange: () => void;
}

function Confirmed({ noticeId, title, receipt, onChange }: ConfirmedProps) {
  const { busy, undo } = useRecording(noticeId, receipt, null);
  const [undone, setUndone] = useState(false);
  const last = receipt.answered ?? receipt.confirmed;
  if (!last) return null;
  const { at, by, onBehalf } = last;
  return (
    <>
      <Head title={title} unitName={receipt.unitName} />
      <Card title={receipt.answered ? '已填报' : '已确认'}>
        <Text className="record-line">
          {showAt(at)} {by}
        </Text>
        {onBehalf && <Text className="record-line">{onBehalfWords(onBehalf)}</Text>}
        {onBehalf?.note && <Text className="record-line">备注：{onBehalf.note}</Text>}
        {onBehalf ? (
          <Button
            kind="danger"
            busy={busy}
            disabled={undone}
            onPress={() => undo(() => (setUndone(true), onChange()))}
          >
            撤销代录
          </Button>
        ) : (
          <Text className="record-line">由单位自己办理，不用代录。</Text>
        )}
      </Card>
    </>
  );
}

const Head = ({ title, unitName }: { title: string; unitName: string }) => (
  <View className="record-head">
    <Text className="record-unit">{unitName}</Text>
    <Text className="record-notice">{title}</Text>
  </View>
);
