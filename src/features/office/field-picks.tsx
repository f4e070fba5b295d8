import { Text, View } from '@tarojs/components';
import { coreFields, formLabels, formSteps, type FormKey } from '@contract/form';
import { Card } from '@/components/card';
import { focusable, role } from '@/lib/device/a11y';
import { anchorOf } from '@/lib/scroll-to';
import type { Pick, Writing } from './writing';
import './office.scss';

interface Props {
  picks: Writing['picks'];
  /** Where ID numbers cannot be kept encrypted they cannot be asked for. */
  idNumberReady: boolean;
  errorAt: (field: string) => string | undefined;
  onChange: (picks: Writing['picks']) => void;
}

const words: Record<Pick, string> = { no: '不填', may: '选填', must: '必填' };

/** What the registration form asks: each field left out, optional or required. */
export function FieldPicks({ picks, idNumberReady, errorAt, onChange }: Props) {
  const error = errorAt('filing.fields') ?? errorAt('filing.required');
  return (
    <View id={anchorOf('filing.fields')}>
      <Text className="office-heading">登记表填哪些项目</Text>
      <Text className="field-rule office-rule">
        单位全称、姓名和手机总要填写。国有企业级别随单位性质一起填。改了以后，已提交的登记不受影响。
      </Text>
      {error && (
        <View className="field-error" {...role('alert')}>
          {error}
        </View>
      )}
      {formSteps.map(({ key, title, fields }) => (
        <Card key={key} title={title}>
          {fields
            .filter((name) => name !== 'unitStateLevel')
            .map((name) => (
              <PickRow
                key={name}
                name={name}
                value={picks[name]}
                fixed={coreFields.includes(name)}
                note={name === 'idNumber' && !idNumberReady ? '系统还没有设置加密密钥，不能收集' : undefined}
                onPick={(pick) => onChange({ ...picks, [name]: pick })}
              />
            ))}
        </Card>
      ))}
    </View>
  );
}

interface RowProps {
  name: FormKey;
  value: Pick;
  fixed: boolean;
  /** Why it cannot be asked for. */
  note: string | undefined;
  onPick: (pick: Pick) => void;
}

function PickRow({ name, value, fixed, note, onPick }: RowProps) {
  const label = formLabels[name];
  const choices = fixed ? (['must'] as const) : note ? (['no'] as const) : (['no', 'may', 'must'] as const);
  return (
    <View className="pick-row">
      <View className="pick-words">
        <Text>{label}</Text>
        {note && <Text className="field-rule">{note}</Text>}
      </View>
      <View className="pick-choices" {...role('radiogroup')} aria-label={label}>
        {choices.map((one) => (
          <View
            key={one}
            className={`chip pick-chip ${one === value ? 'on' : ''}`}
            {...role('radio')}
            {...focusable}
            aria-checked={one === value}
            aria-label={`${label}${words[one]}`}
            onClick={() => onPick(one)}
          >
            <Text>{words[one]}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
