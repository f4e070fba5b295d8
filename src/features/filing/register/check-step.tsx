import { Text, View } from '@tarojs/components';
import { formLabels, isPictureKey } from '@contract/form';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Press } from '@/components/press';
import { isAsked } from '@/lib/form-faults';
import { Thumbs } from '../thumbs';
import type { ChosenUnit, Filling } from '../use-filling';
import { wordsOf, type Step } from '../words';
import { holderOf, kindOf } from './handing';

interface Props {
  filling: Filling;
  steps: Step[];
  opened: Output<'code.open'>;
  unit: ChosenUnit | null;
  onFix: (step: number) => void;
}

/** Everything on one page before it is sent. */
export function CheckStep({ filling: { form, side }, steps, opened, unit, onFix }: Props) {
  const kind = kindOf(opened, side);
  const seatName = opened.seats.names[kind];
  const holder = holderOf(unit, kind);
  const fix = (title: string, step: number) => (
    <Press className="filing-link" label={`修改${title}`} onPress={() => onFix(step)}>
      <Text>修改</Text>
    </Press>
  );
  const said = (label: string, value: string) => (
    <View key={label} className="said">
      <Text className="said-label">{label}</Text>
      <Text className="said-value">{value}</Text>
    </View>
  );
  return (
    <>
      <Text className="filing-note">
        为“{unit?.name ?? ''}”登记{seatName}。请逐项核对，提交后要等秘书处退回才能修改。
      </Text>
      {holder && opened.handing && (
        <Card title="变更交接">{said(`现任${seatName}`, `${holder}，已发起交接`)}</Card>
      )}
      {holder && !opened.handing && (
        <Card title="变更交接" side={fix('变更交接', 1)}>
          {said(`现任${seatName}`, holder)}
          {said('变更日期', side.handing.changedOn || '（没有填）')}
          {said('变更原因', side.handing.reason || '（没有填）')}
          <Thumbs pictures={[{ label: '单位盖章来函', src: side.letter?.url ?? side.letter?.path }]} />
        </Card>
      )}
      {steps.map(({ key, title, fields }, i) => (
        <Card key={key} title={title} side={fix(title, i + 1)}>
          {fields
            .filter((name) => !isPictureKey(name) && isAsked(name, form))
            .map((name) => said(formLabels[name], wordsOf(name, form)))}
          {fields.some(isPictureKey) && (
            <Thumbs
              pictures={fields.filter(isPictureKey).map((use) => ({
                label: formLabels[use],
                src: side[use]?.url ?? side[use]?.path,
              }))}
            />
          )}
        </Card>
      ))}
    </>
  );
}
