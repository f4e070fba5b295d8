import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { roles, type Role } from '@contract/rules/rights';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { role as a11yRole } from '@/lib/device/a11y';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import { rightsWords, roleKeys } from './words';
import './staff.scss';

interface Props {
  member: Output<'staff.list'>['staff'][number];
  onChanged: () => void;
}

/** One staff member: another post, or none. */
export function MemberView({ member: { staffId, name, role, you }, onChanged }: Props) {
  const [chosen, setChosen] = useState<Role>(role);
  const [ids, setIds] = useState(() => ({ appoint: newRequestId(), remove: newRequestId() }));
  const [busy, setBusy] = useState<'appoint' | 'remove' | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  const run = async (what: 'appoint' | 'remove', act: () => Promise<unknown>, said: string) => {
    setBusy(what);
    setWrong(null);
    try {
      await act();
      toast(said);
      onChanged();
    } catch (error) {
      setWrong(sentenceOf(error));
      if (CallError.offline(error)) return;
    } finally {
      setBusy(null);
    }
    setIds({ appoint: newRequestId(), remove: newRequestId() });
  };
  const appoint = async () => {
    const leaves = you && role === 'admin';
    if (leaves && !(await confirm('改任您自己的岗位？', '改任后您不能再管理工作人员和协会设置。', '改任')))
      return;
    await run(
      'appoint',
      () => change('staff.appoint', { staffId, role: chosen }, ids.appoint),
      `${name}现在是${roles[chosen]}`,
    );
  };
  const remove = async () => {
    const sure = await confirm(
      you ? '退出秘书处？' : `把${name}移出秘书处？`,
      `${you ? '您' : name}立即不能再看到秘书处的内容；办过的事情留有记录；如同时是联络员，席位不受影响。`,
      '移出',
    );
    if (sure)
      await run('remove', () => change('staff.remove', { staffId }, ids.remove), `${name}已移出秘书处`);
  };
  return (
    <Card title={`${name}${you ? '（您）' : ''}`}>
      <ChoiceField
        label="岗位"
        value={chosen}
        choices={Object.fromEntries(roleKeys.map((key) => [key, roles[key]]))}
        rule={`可以：${rightsWords(chosen)}`}
        onChange={(key) => setChosen(roleKeys.find((one) => one === key) ?? role)}
      />
      {wrong && (
        <View className="field-error" {...a11yRole('alert')}>
          {wrong}
        </View>
      )}
      <View className="staff-acts">
        <Button disabled={chosen === role} busy={busy === 'appoint'} onPress={() => void appoint()}>
          保存岗位
        </Button>
        <Button kind="danger" busy={busy === 'remove'} onPress={() => void remove()}>
          {you ? '退出秘书处…' : '移出秘书处…'}
        </Button>
      </View>
      <Text className="staff-second">协会至少要有一位管理员。岗位和移出都立即生效，并留有记录。</Text>
    </Card>
  );
}
