import { Text, View } from '@tarojs/components';
import { contactKinds, type ContactKind } from '@contract/unit';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { Press } from '@/components/press';
import { anchorOf } from '@/lib/scroll-to';
import type { EditedContact, UnitEditing } from './editing';

const MOST = 12;

/** People of the unit besides registered liaisons; a number left masked stays as it is on file. */
export function ContactsForm({ editing: { value, set, wrong } }: { editing: UnitEditing }) {
  const contacts = value.contacts ?? [];
  const put = (list: EditedContact[]) => set({ contacts: list });
  const change = (i: number, part: Partial<EditedContact>) =>
    put(contacts.map((one, at) => (at === i ? { ...one, ...part } : one)));
  return (
    <Card title="其他联系人">
      {contacts.length === 0 && (
        <Text className="unit-second">单位负责人、财务联系人，或名册里有、还没有扫码登记的联络员。</Text>
      )}
      {contacts.map((contact, i) => (
        <One
          key={i}
          contact={contact}
          at={`contacts.${i}`}
          wrong={wrong}
          onChange={(part) => change(i, part)}
          onRemove={() => put(contacts.filter((_one, at) => at !== i))}
        />
      ))}
      {contacts.length < MOST && (
        <View className="unit-code">
          <Button kind="plain" onPress={() => put([...contacts, { kind: 'head', name: '' }])}>
            ＋ 添加联系人
          </Button>
        </View>
      )}
    </Card>
  );
}

interface OneProps {
  contact: EditedContact;
  /** Path of its fields. */
  at: string;
  wrong: Record<string, string>;
  onChange: (part: Partial<EditedContact>) => void;
  onRemove: () => void;
}

function One({ contact, at, wrong, onChange, onRemove }: OneProps) {
  const field = (key: keyof EditedContact, label: string, max: number) => ({
    label,
    max,
    id: anchorOf(`${at}.${key}`),
    error: wrong[`${at}.${key}`],
    value: contact[key] ?? '',
    onChange: (typed: string) => onChange({ [key]: typed }),
  });
  const masked = contact.phone?.includes('*');
  return (
    <View className="unit-contact">
      <ChoiceField
        label="类别"
        value={contact.kind}
        choices={contactKinds}
        onChange={(kind) => onChange({ kind: kind as ContactKind })}
      />
      <TextField {...field('name', '姓名', 20)} required />
      <TextField {...field('position', '职务', 30)} />
      <TextField
        {...field('phone', '手机', 13)}
        {...(masked && { rule: '号码已隐去中间四位；不改动就保持原号码，要换请重新填写' })}
      />
      <TextField {...field('landline', '电话', 40)} />
      <TextField {...field('email', '邮箱', 100)} />
      <TextField {...field('wechat', '微信号', 30)} />
      <Press className="unit-give-up" label={`删去联系人${contact.name}`} onPress={onRemove}>
        <Text>删去这位联系人</Text>
      </Press>
    </View>
  );
}
