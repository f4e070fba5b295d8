import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { formLabels, formSteps } from '@contract/form';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { sentenceOf } from '@/lib/call';
import { go } from '@/lib/go';
import { changeOrKeep, isKept, pending } from '@/lib/queue';
import { useSession } from '@/lib/session';
import { useSignal } from '@/lib/signal';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { LastChange, OpenChange } from '../changes';
import { Value } from '../sides';
import { dayOf, monthOf, type OwnRecord } from '../words';
import '../record.scss';

/** The caller's own record: check it in one tap, or ask for changes. */
export default function Mine() {
  const session = useSession();
  const { acting } = session;
  return (
    <Page narrow>
      <Async query={session} quiet={acting.kind === 'seat'}>
        {() =>
          acting.kind === 'seat' ? (
            <MyRecord key={acting.unitId} unitId={acting.unitId} />
          ) : (
            <Empty
              title="这里是联络员自己的登记资料"
              how="登记并备案后，您的资料和最近核对的时间会显示在这里。"
            />
          )
        }
      </Async>
    </Page>
  );
}

function MyRecord({ unitId }: { unitId: string }) {
  const query = useQuery('record.mine', { unitId });
  useDidShow(() => void query.reload());
  const reload = () => void query.reload();
  return (
    <Async query={query}>
      {(record) => (
        <>
          <Status unitId={unitId} record={record} onDone={reload} />
          {record.open && (
            <OpenChange unitId={unitId} change={record.open} urls={record.urls} onDone={reload} />
          )}
          {!record.open && record.last && <LastChange change={record.last} />}
          {formSteps.map(({ key, title, fields }) => (
            <Fields key={key} title={title} keys={fields} record={record} />
          ))}
        </>
      )}
    </Async>
  );
}

/** Whether a check is due, and both ways to answer it. */
function Status({ unitId, record, onDone }: { unitId: string; record: OwnRecord; onDone: () => void }) {
  const { due, open, unitName, numbers, verifiedAt } = record;
  const [busy, setBusy] = useState(false);
  const kept = isKept(useSignal(pending), 'record.check', { unitId });
  const check = async () => {
    setBusy(true);
    try {
      const how = await changeOrKeep('record.check', { unitId }, `核对${unitName}的登记资料：无变更`);
      toast(how === 'done' ? '已核对，谢谢您' : '网络不稳，已暂存，联网后自动提交');
      onDone();
    } catch (error) {
      toast(sentenceOf(error));
      onDone();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={unitName} side={due ? <Tag tone="warning">待核对</Tag> : <Tag tone="success">已核对</Tag>}>
      {numbers.map((number) => (
        <Text key={number} className="record-line">
          备案号 {number}
        </Text>
      ))}
      <Text className="record-second">最近一次全部核对：{dayOf(verifiedAt)}</Text>
      {due && !open && (
        <Text className="record-note">等您：看一遍下面的资料，都对就点“无变更”，有变化请点“修改”。</Text>
      )}
      {!open && (
        <View className="record-foot">
          <Button wide busy={busy} disabled={kept} onPress={() => void check()}>
            {kept ? '已暂存' : '无变更'}
          </Button>
          <Button kind="plain" wide onPress={() => go('record.correct')}>
            修改
          </Button>
        </View>
      )}
    </Card>
  );
}

function Fields({ title, keys, record }: { title: string; keys: string[]; record: OwnRecord }) {
  const shown = record.fields.filter(({ key }) => keys.includes(key) && isShown(key, record));
  if (shown.length === 0) return null;
  return (
    <Card title={title}>
      {shown.map(({ key, verifiedAt }) => (
        <View key={key} className="record-field">
          <Text className="record-label">{formLabels[key]}</Text>
          <View className="record-value">
            <Value name={key} form={record.form} urls={record.urls} />
            {verifiedAt && <Text className="record-at">核对于 {monthOf(verifiedAt)}</Text>}
          </View>
        </View>
      ))}
    </Card>
  );
}

/** The level is a state-owned enterprise's only. */
const isShown = (key: string, { form }: OwnRecord): boolean =>
  key !== 'unitStateLevel' || form.unitNature === 'state';
