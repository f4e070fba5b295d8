import { Text, View } from '@tarojs/components';
import { BodyEditor } from '@/components/body/editor';
import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { anchorOf } from '@/lib/scroll-to';
import type { Host, PartProps } from './parts';
import { StyleChoice } from './style-choice';

interface Props extends PartProps {
  hosts: Host[];
  /** The one chosen, or the only one there is. */
  hostId: string;
  /** The block of the body at fault. */
  wrongBlock?: { at: number; message: string } | undefined;
}

/** 1 写什么: title, who issues it, in which style, and the words. */
export function What({ value, set, at, hosts, hostId, wrongBlock }: Props) {
  return (
    <Card title="1 写什么">
      <TextField
        label="标题"
        id={anchorOf('title')}
        required
        value={value.title}
        max={100}
        error={at('title')}
        onChange={(title) => set({ title })}
      />
      {hosts.length > 1 && (
        <ChoiceField
          label="发文单位"
          id={anchorOf('hostId')}
          required
          value={hostId}
          choices={Object.fromEntries(hosts.map(({ id, name }) => [id, name]))}
          error={at('hostId')}
          onChange={(id) => set({ hostId: id })}
        />
      )}
      <StyleChoice value={value.style} hostId={hostId} onChange={(style) => set({ style })} />
      <View className="field-label" id={anchorOf('body')}>
        <Text>正文</Text>
        <Text className="field-required">必填</Text>
      </View>
      <BodyEditor
        body={value.body}
        error={at('body')}
        {...(wrongBlock && { fault: wrongBlock })}
        onChange={(body) => set({ body })}
        title={value.title}
        onTitle={(title) => set({ title })}
      />
    </Card>
  );
}
