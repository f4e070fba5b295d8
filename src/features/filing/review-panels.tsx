import { Text, View } from '@tarojs/components';
import { formKeys, formLabels, type FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Check } from '@/components/check';
import { TextField } from '@/components/field';
import { SavedLine } from '@/components/saved-line';
import { isAsked } from '@/lib/form-faults';
import type { Reviewing } from './reviewing';
import { wordsOf } from './words';

/** Which fields go back, each with its reason. */
export function ReturnPanel({
  sent: { form, asked },
  reviewing,
}: {
  sent: Output<'filing.get'>;
  reviewing: Reviewing;
}) {
  const { reasons, note, write, savedAt } = reviewing;
  const flip = (key: FormKey, on: boolean) => {
    const others = Object.fromEntries(Object.entries(reasons).filter(([other]) => other !== key));
    write({ reasons: on ? { ...others, [key]: '' } : others });
  };
  return (
    <>
      <SavedLine at={savedAt} />
      <Card title="退回哪些项目">
        <Text className="filing-second">联络员只能改勾选的项目。请写明哪里不对、怎样才对。</Text>
        {formKeys
          .filter((key) => asked.fields.includes(key) && isAsked(key, form))
          .map((key) => (
            <View key={key} className="return-item">
              <Check checked={reasons[key] !== undefined} onChange={(on) => flip(key, on)}>
                <Text>{formLabels[key]}</Text>
                <Text className="filing-second">{wordsOf(key, form)}</Text>
              </Check>
              {reasons[key] !== undefined && (
                <TextField
                  label={`${formLabels[key]}：原因`}
                  required
                  max={100}
                  value={reasons[key] ?? ''}
                  placeholder="如：与营业执照不一致，请核对"
                  onChange={(reason) => write({ reasons: { ...reasons, [key]: reason } })}
                />
              )}
            </View>
          ))}
      </Card>
      <Card>
        <TextField
          label="另外说明"
          lines
          max={200}
          value={note}
          placeholder="可以不填"
          onChange={(text) => write({ note: text })}
        />
      </Card>
    </>
  );
}

/** The reason, asked once: it cannot be taken back. */
export function RefusePanel({ reviewing: { refusal, write } }: { reviewing: Reviewing }) {
  return (
    <Card title="不予受理">
      <Text className="filing-alert">不予受理后这份登记就办结了，不能恢复；联络员可以重新登记。</Text>
      <TextField
        label="原因"
        required
        lines
        max={200}
        value={refusal}
        placeholder="如：不是本协会会员单位"
        rule="联络员会看到这段话"
        onChange={(reason) => write({ refusal: reason })}
      />
    </Card>
  );
}
