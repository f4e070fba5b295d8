import { Text, View } from '@tarojs/components';
import { formLabels, isPictureKey, type FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Tag } from '@/components/tag';
import { isAsked } from '@/lib/form-faults';
import { HandoverCard } from './review-handover';
import { ReviewHead } from './review-head';
import { Compare } from './review-compare';
import { IdNumber } from './id-number';
import type { Reviewing } from './reviewing';
import { Thumbs } from './thumbs';
import { stepsOf, wordsOf } from './words';
import './filing.scss';

type Sent = Output<'filing.get'>;

/** What was sent beside the unit's file, differences marked. */
export function ReviewView({ sent, reviewing }: { sent: Sent; reviewing: Reviewing }) {
  const { form, urls, mobileVerified, filingId, asked } = sent;
  // What the rulebook asks today, and what was sent under the one of then.
  const shown = (key: FormKey) => asked.fields.includes(key) || form[key] !== undefined;
  const said = (key: FormKey) => (
    <View key={key} className="said">
      <Text className="said-label">{formLabels[key]}</Text>
      <Text className="said-value">{wordsOf(key, form)}</Text>
      {key === 'mobile' && (
        <Tag tone={mobileVerified ? 'success' : 'neutral'}>
          {mobileVerified ? '✓ 微信已核验' : '手工填写'}
        </Tag>
      )}
      {key === 'idNumber' && form.idNumber && <IdNumber filingId={filingId} />}
    </View>
  );
  return (
    <>
      <ReviewHead sent={sent} />
      <HandoverCard sent={sent} reviewing={reviewing} />
      {stepsOf({ fields: allKeys.filter(shown), required: [] }).map(({ key: step, title, fields }) => (
        <Card key={step} title={step === 'unit' ? '单位：报送与档案对照' : title}>
          {fields
            .filter((key) => !isPictureKey(key) && isAsked(key, form))
            .map((key) =>
              step === 'unit' ? (
                <Compare key={key} name={key} sent={sent} reviewing={reviewing} />
              ) : key === 'resume' ? (
                <Text key={key} className="said-value">
                  {wordsOf(key, form)}
                </Text>
              ) : (
                said(key)
              ),
            )}
          {fields.some(isPictureKey) && (
            <Thumbs
              pictures={fields.filter(isPictureKey).map((key) => ({
                label: formLabels[key],
                src: urls[form[key] ?? ''],
              }))}
            />
          )}
        </Card>
      ))}
    </>
  );
}

const allKeys = Object.keys(formLabels) as FormKey[];
