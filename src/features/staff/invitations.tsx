import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { roles, type Role } from '@contract/rules/rights';
import { INVITATION_DAYS } from '@contract/staff';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { Async } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { copy } from '@/lib/device/clipboard';
import { newRequestId } from '@/lib/request-id';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { invitationWords, rightsWords, roleKeys } from './words';
import './staff.scss';

const NOTHING = {};
type Told = Output<'staff.invite'>;

/** A new code, shown once, and the open ones. */
export function Invitations({ office }: { office: string }) {
  const query = useQuery('staff.invitations', NOTHING);
  return (
    <>
      <Invite office={office} onInvited={() => void query.reload()} />
      <Text className="staff-heading">还没有用的邀请</Text>
      <Async query={query} rows={1}>
        {({ invitations }) =>
          invitations.length === 0 ? (
            <Text className="staff-second">没有。验证码用过、收回或过期后不再列出。</Text>
          ) : (
            <View className="card">
              {invitations.map((one) => (
                <Open key={one.invitationId} invitation={one} onRevoked={() => void query.reload()} />
              ))}
            </View>
          )
        }
      </Async>
    </>
  );
}

function Invite({ office, onInvited }: { office: string; onInvited: () => void }) {
  const [role, setRole] = useState<Role | null>(null);
  const [name, setName] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>();
  const invite = async () => {
    if (!role) return setWrong('请选择岗位');
    setBusy(true);
    setWrong(undefined);
    try {
      setTold(await change('staff.invite', { role, name }, requestId));
      setRequestId(newRequestId());
      setRole(null);
      setName('');
    } catch (error) {
      setWrong(sentenceOf(error));
      if (!CallError.offline(error)) setRequestId(newRequestId());
    } finally {
      setBusy(false);
      onInvited();
    }
  };
  if (told) return <ToldOnce office={office} told={told} onDone={() => setTold(null)} />;
  return (
    <Card title="邀请工作人员">
      <ChoiceField
        label="岗位"
        required
        value={role}
        choices={Object.fromEntries(roleKeys.map((key) => [key, roles[key]]))}
        rule={role ? `可以：${rightsWords(role)}` : undefined}
        error={wrong}
        onChange={(key) => setRole(roleKeys.find((one) => one === key) ?? null)}
      />
      <TextField
        label="给谁用"
        max={20}
        value={name}
        placeholder="可以不填，便于您以后辨认"
        onChange={setName}
      />
      <Button wide busy={busy} onPress={() => void invite()}>
        生成一次性验证码
      </Button>
    </Card>
  );
}

function ToldOnce({
  office,
  told: { code, role, expiresAt },
  onDone,
}: {
  office: string;
  told: Told;
  onDone: () => void;
}) {
  return (
    <Card title={`${roles[role]}的验证码`}>
      <Text className="staff-code" userSelect>
        {code}
      </Text>
      <Text className="staff-second">
        只在这里显示一次，系统不保存。{INVITATION_DAYS}天内有效，只能用一次；请单独发给本人。
      </Text>
      <View className="staff-acts">
        <Button onPress={() => void copy(invitationWords(office, role, code, showAt(expiresAt)))}>
          复制邀请文字
        </Button>
        <Button kind="plain" onPress={onDone}>
          我已发出
        </Button>
      </View>
    </Card>
  );
}

interface OpenProps {
  invitation: Output<'staff.invitations'>['invitations'][number];
  onRevoked: () => void;
}

function Open({ invitation: { invitationId, role, name, by, expiresAt }, onRevoked }: OpenProps) {
  const [requestId] = useState(newRequestId);
  const revoke = async () => {
    if (!(await confirm('收回这份邀请？', '收回后这个验证码不能再用；需要时可以重新生成。', '收回'))) return;
    try {
      await change('staff.revoke', { invitationId }, requestId);
      toast('邀请已收回');
    } catch (error) {
      toast(sentenceOf(error));
    }
    onRevoked();
  };
  const note = [by && `${by}邀请`, `${showAt(expiresAt)}前有效`].filter(Boolean).join(' · ');
  return (
    <Row
      title={`${roles[role]}${name && ` · ${name}`}`}
      note={note}
      side="收回"
      onPress={() => void revoke()}
    />
  );
}
