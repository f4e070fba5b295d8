import { Text, View } from '@tarojs/components';
import { formLabels, formSteps } from '@contract/form';
import { Card } from '@/components/card';
import { Press } from '@/components/press';
import { isAsked } from '../faults';
import { Thumbs } from '../thumbs';
import type { Filling } from '../use-filling';
import { wordsOf } from '../words';

interface Props {
  filling: Filling;
  unitName: string;
  onFix: (step: number) => void;
}

/** Everything on one page before it is sent. */
export function CheckStep({ filling: { form, side }, unitName, onFix }: Props) {
  return (
    <>
      <Text className="filing-note">为“{unitName}”登记。请逐项核对，提交后要等秘书处退回才能修改。</Text>
      {formSteps.map(({ key, title, fields }, i) => (
        <Card
          key={key}
          title={title}
          side={
            <Press className="filing-link" label={`修改${title}`} onPress={() => onFix(i + 1)}>
              <Text>修改</Text>
            </Press>
          }
        >
          {key === 'proof' ? (
            <Thumbs
              pictures={(['photo', 'recommendation'] as const).map((use) => ({
                label: formLabels[use],
                src: side[use]?.url ?? side[use]?.path,
              }))}
            />
          ) : (
            fields
              .filter((name) => isAsked(name, form))
              .map((name) => (
                <View key={name} className="said">
                  <Text className="said-label">{formLabels[name]}</Text>
                  <Text className="said-value">{wordsOf(name, form)}</Text>
                </View>
              ))
          )}
        </Card>
      ))}
    </>
  );
}
