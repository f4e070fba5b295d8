import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { pictureKeys, type FormDraft, type FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { Async } from '@/components/states';
import { CallError, change } from '@/lib/call';
import { back } from '@/lib/go';
import { toast } from '@/lib/toast';
import { useQuery, type Query } from '@/lib/use-query';
import { role } from '@/lib/device/a11y';
import { isAsked } from '@/lib/form-faults';
import { sendable } from '../faults';
import { FormField } from '../form-field';
import { useFilling } from '../use-filling';
import { inFormOrder, unsentWords } from '../words';
import '../filing.scss';

type Sent = Output<'filing.draft'>;

/** Only what was sent back, each field with the reason. */
export function Correction({ filingId }: { filingId: string }) {
  const query = useQuery('filing.draft', { filingId });
  useEffect(() => void Taro.setNavigationBarTitle({ title: '补正登记' }), []);
  if (query.data && !query.error) return <Form filingId={filingId} query={query} sent={query.data} />;
  return (
    <Page narrow>
      <Async query={query}>{() => null}</Async>
    </Page>
  );
}

/** A returned picture is taken anew, and an ID number, which is read masked, typed anew; the others start from what was sent. */
const startOf = ({ form }: Sent): FormDraft => ({
  ...form,
  idNumber: undefined,
  ...Object.fromEntries(pictureKeys.map((key) => [key, undefined])),
});

function Form({ filingId, query, sent }: { filingId: string; query: Query<Sent>; sent: Sent }) {
  // A second return is another round: its draft and request must not be taken for the first one's.
  const round = sent.returned.map(({ key, reason }) => `${key}:${reason}`).join('|');
  const filling = useFilling(`correct:${filingId}:${round}`, sent.asked, startOf(sent));
  const [busy, setBusy] = useState(false);
  const returned = inFormOrder(sent.returned);
  const asked = returned.filter(({ key }) => isAsked(key, filling.form));
  const keys: FormKey[] = returned.map(({ key }) => key);
  const { form, wrong, show } = filling;

  const send = async () => {
    const faults = filling.faults(keys);
    if (Object.keys(faults).length > 0) return show(faults);
    setBusy(true);
    try {
      const { turn } = await change(
        'filing.correct',
        { filingId, form: sendable(keys, form) },
        filling.attempt(),
      );
      filling.clear();
      toast(`已提交补正。${turn}`);
      back();
    } catch (error) {
      const field = (CallError.is(error) && error.field?.replace(/^form\./, '')) || '';
      const here = keys.some((key) => key === field.split('.')[0]);
      show({ [here ? field : '']: unsentWords(error) });
      if (CallError.is(error) && error.code === 'conflict') void query.reload();
    } finally {
      setBusy(false);
    }
  };

  const open = sent.state === 'returned';
  return (
    <Page
      narrow
      foot={
        open && (
          <>
            {wrong[''] && (
              <View className="field-error" {...role('alert')}>
                {wrong['']}
              </View>
            )}
            <Button wide busy={busy} onPress={() => void send()}>
              提交补正
            </Button>
          </>
        )
      }
    >
      <Async query={query}>
        {() =>
          open ? (
            <>
              <SavedLine at={filling.savedAt} />
              <Card title={sent.unitName}>
                <Text className="consent-text">只需要改下面退回的{asked.length}项，其他内容不变。</Text>
                {sent.note && <Text className="consent-text">秘书处说明：{sent.note}</Text>}
              </Card>
              {asked.map(({ key, reason }) => (
                <View key={key} className="card">
                  <Text className="filing-alert">退回原因：{reason}</Text>
                  <FormField name={key} filling={filling} />
                </View>
              ))}
            </>
          ) : (
            <Card title={sent.unitName}>
              <Text className="filing-good">{sent.turn}</Text>
              <Button kind="plain" wide onPress={back}>
                返回
              </Button>
            </Card>
          )
        }
      </Async>
    </Page>
  );
}
