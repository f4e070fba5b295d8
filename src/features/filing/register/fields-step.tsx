import { View } from '@tarojs/components';
import type { FormKey } from '@contract/form';
import { Card } from '@/components/card';
import { FormField } from '../form-field';
import { SampleLetter } from '../sample-letter';
import type { Filling } from '../use-filling';

interface Props {
  fields: FormKey[];
  filling: Filling;
  officeName: string;
  seatName: string;
}

/** The fields of one step. */
export function FieldsStep({ fields, filling, officeName, seatName }: Props) {
  return (
    <Card>
      {fields.map((name) => (
        <View key={name}>
          {name === 'recommendation' && (
            <SampleLetter form={filling.form} officeName={officeName} seatName={seatName} />
          )}
          <FormField name={name} filling={filling} />
        </View>
      ))}
    </Card>
  );
}
