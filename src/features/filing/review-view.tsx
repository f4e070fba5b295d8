import { Text, View } from '@tarojs/components';
import { formLabels, formSteps, type FormKey } from '@contract/form';
import { filingLabels } from '@contract/rules/filing';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Check } from '@/components/check';
import { Tag } from '@/components/tag';
import { showAt } from '@/lib/show-time';
import { isAsked } from './faults';
import { isTakeable, type Reviewing } from './reviewing';
import { Thumbs } from './thumbs';
import { choiceWords, inFormOrder, stateTones, wordsOf } from './words';
import './filing.scss';

type Sent = Output<'filing.get'>;

/** What was sent beside the unit's file, differences marked. */
export function ReviewView({ sent, reviewing }: { sent: Sent; reviewing: Reviewing }) {
  const { form, urls, mobileVerified } = sent;
  const fieldsOf = (step: string) => formSteps.find(({ key }) => key === step)?.fields ?? [];
  const said = (key: FormKey) => (
    <View key={key} className="said">
      <Text className="said-label">{formLabels[key]}</Text>
      <Text className="said-value">{wordsOf(key, form)}</Text>
      {key === 'mobile' && (
        <Tag tone={mobileVerified ? 'success' : 'neutral'}>
          {mobileVerified ? '✓ 微信已核验' : '手工填写'}
        </Tag>
      )}
    </View>
  );
  return (
    <>
      <Head sent={sent} />
      <Card title="单位：报送与档案对照">
        {fieldsOf('unit')
          .filter((key) => isAsked(key, form))
          .map((key) => (
            <Compare key={key} name={key} sent={sent} reviewing={reviewing} />
          ))}
      </Card>
      <Card title="照片与推荐">
        <Thumbs
          pictures={(['photo', 'recommendation'] as const).map((key) => ({
            label: formLabels[key],
            src: urls[form[key] ?? ''],
          }))}
        />
      </Card>
      <Card title="本人">
        {fieldsOf('person')
          .filter((key) => key in form)
          .map(said)}
      </Card>
      <Card title="个人简历">
        <Text className="said-value">{wordsOf('resume', form)}</Text>
      </Card>
    </>
  );
}

function Head({
  sent: { unitName, form, state, turn, submittedAt, numbers, note, returned, holder },
}: {
  sent: Sent;
}) {
  return (
    <Card
      title={`${unitName} · ${form.name ?? ''}`}
      side={<Tag tone={stateTones[state]}>{filingLabels[state]}</Tag>}
    >
      {numbers.map((number) => (
        <Text key={number} className="filing-good">
          备案号 {number}
        </Text>
      ))}
      <Text className="consent-text">{turn}</Text>
      <Text className="filing-second">{showAt(submittedAt)}提交</Text>
      {state === 'refused' && <Text className="consent-text">不予受理的原因：{note}</Text>}
      {inFormOrder(returned).map(({ key, reason }) => (
        <View key={key} className="said">
          <Text className="said-label">{formLabels[key]}</Text>
          <Text className="said-value">{reason}</Text>
        </View>
      ))}
      {state === 'returned' && note && <Text className="consent-text">说明：{note}</Text>}
      {state === 'submitted' && holder && (
        <Text className="filing-alert">
          注意：这家单位的A岗现在是{holder}。请先办理交接，再同意备案；如果只是重复登记，请不予受理。
        </Text>
      )}
    </Card>
  );
}

interface CompareProps {
  name: FormKey;
  sent: Sent;
  reviewing: Reviewing;
}

function Compare({
  name,
  sent: { form, onFile, differs, state },
  reviewing: { take, setTake, mode },
}: CompareProps) {
  const differ = differs.includes(name);
  const asks = state === 'submitted' && mode === 'look' && differ && isTakeable(name);
  return (
    <View className="compare">
      <View className="compare-head">
        <Text>{formLabels[name]}</Text>
        <Tag tone={differ ? 'danger' : 'success'}>{differ ? '与档案不同' : '一致'}</Tag>
      </View>
      <View className="compare-both">
        <View className="compare-side">
          <Text className="compare-who">报送</Text>
          <Text>{wordsOf(name, form)}</Text>
        </View>
        {differ && (
          <View className="compare-side">
            <Text className="compare-who">档案</Text>
            <Text>{choiceWords(name, onFile[name] ?? '') || '（空）'}</Text>
          </View>
        )}
      </View>
      {asks && (
        <Check
          checked={take.includes(name)}
          onChange={(on) => setTake(on ? [...take, name] : take.filter((key) => key !== name))}
        >
          <Text>同意备案时，把报送的写入单位档案</Text>
        </Check>
      )}
      {differ && name === 'unitStateLevel' && state === 'submitted' && (
        <Text className="filing-second">级别随单位性质一起写入档案</Text>
      )}
    </View>
  );
}
