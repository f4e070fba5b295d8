import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Tag } from '@/components/tag';
import { anchorOf } from '@/lib/scroll-to';
import { focusable, role } from '@/lib/device/a11y';
import './office.scss';

type Preset = Output<'office.get'>['presets'][number];

interface Props {
  presets: Preset[];
  value: Preset['id'] | null;
  error?: string | undefined;
  onChange: (id: Preset['id']) => void;
}

/** The rulebooks the product brings, each with what it means in four lines. */
export function PresetChoice({ presets, value, error, onChange }: Props) {
  return (
    <View id={anchorOf('preset')}>
      <Text className="office-heading">选择制度模板</Text>
      <Text className="field-rule office-rule">选与本协会做法最接近的一个，名称和主办方都可以改。</Text>
      {error && (
        <View className="field-error" {...role('alert')}>
          {error}
        </View>
      )}
      <View className="presets" {...role('radiogroup')} aria-label="制度模板">
        {presets.map(({ id, name, source, summary }) => (
          <View
            key={id}
            className={`preset ${id === value ? 'on' : ''}`}
            {...role('radio')}
            {...focusable}
            aria-checked={id === value}
            onClick={() => onChange(id)}
          >
            <View className="preset-head">
              <Text className="preset-name">{name}</Text>
              {id === value && <Tag tone="accent">✓ 已选</Tag>}
            </View>
            <Text className="preset-source">出处：{source}</Text>
            {summary.map((line) => (
              <Text key={line} className="preset-line">
                · {line}
              </Text>
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}
