import { Text } from '@tarojs/components';
import type { MemberRule } from '@contract/audience';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, TextField } from '@/components/field';
import { PhotoField } from '@/components/photo-field';
import { RuleLines, UnitChips } from '@/components/unit-rule';
import { anchorOf } from '@/lib/scroll-to';
import { useQuery } from '@/lib/use-query';
import type { GroupEditing } from './editing';
import type { Group } from './group-view';

interface Props {
  editing: GroupEditing;
  group: Group | null;
  hosts: { id: string; name: string }[];
}

/** What the group is → who is in it → who leads it → its WeChat group. */
export function GroupForm({ editing, group, hosts }: Props) {
  const { value, set, at } = editing;
  const { members } = value;
  const change = (lines: MemberRule) => set({ members: { ...members, ...lines } });
  const names = group?.names ?? {};
  return (
    <>
      <Card title="1 名称和用途">
        <TextField
          label="组名"
          id={anchorOf('name')}
          required
          value={value.name}
          max={20}
          placeholder="如：榆林片区、安全专委会"
          error={at('name')}
          onChange={(name) => set({ name })}
        />
        <TextField
          label="用途"
          id={anchorOf('purpose')}
          lines
          value={value.purpose}
          max={200}
          placeholder="组里的联络员会看到，如：片区活动和季度例会"
          error={at('purpose')}
          onChange={(purpose) => set({ purpose })}
        />
      </Card>
      <Card title="2 成员">
        <Field
          label="哪些单位"
          id={anchorOf('members')}
          required
          error={at('members')}
          rule="同一项里选几个，符合其中一个就算；几项都选，要同时符合。以后新符合条件的单位自动加入。"
        />
        <RuleLines value={members} hosts={hosts} onChange={change} />
        <UnitChips
          label="另外加上这些单位"
          chosen={members.unitIds ?? []}
          known={names}
          onChange={(unitIds) => change({ unitIds })}
        />
        <UnitChips
          label="除外的单位"
          chosen={members.except ?? []}
          known={names}
          onChange={(except) => change({ except })}
        />
        <Size members={members} />
      </Card>
      <Card title="3 组长">
        <Field
          label="组长单位"
          id={anchorOf('leaderId')}
          error={at('leaderId')}
          rule="可以不选。组长单位今天的联络员就是组长，换人后自动跟着换。"
        />
        <UnitChips
          label="选一家"
          chosen={value.leaderId ? [value.leaderId] : []}
          known={names}
          onChange={(chosen) => set({ leaderId: chosen[chosen.length - 1] ?? null })}
        />
      </Card>
      <Wechat editing={editing} />
    </>
  );
}

/** How many it holds today. */
function Size({ members }: { members: MemberRule }) {
  const chosen = Object.entries(members).some(([key, line]) => key !== 'except' && line.length > 0);
  const { data } = useQuery('notice.reach', chosen ? { audience: { kind: 'rule', ...members } } : null);
  if (!chosen) return <Text className="group-second">请选择条件或单位</Text>;
  return <Text className="group-purpose">{data ? `现在有${data.total}家单位` : '正在统计…'}</Text>;
}

function Wechat({ editing: { value, set, at } }: { editing: GroupEditing }) {
  return (
    <Card title="4 微信群">
      <TextField
        label="微信群名称"
        id={anchorOf('wechat.name')}
        value={value.wechatName}
        max={30}
        placeholder="可以不填"
        error={at('wechat.name')}
        onChange={(wechatName) => set({ wechatName })}
      />
      <TextField
        label="进群方式"
        id={anchorOf('wechat.how')}
        lines
        value={value.how}
        max={200}
        placeholder="如：扫二维码，或联系组长邀请"
        error={at('wechat.how')}
        onChange={(how) => set({ how })}
      />
      <PhotoField
        label="群二维码"
        id={anchorOf('wechat.qrKey')}
        use="picture"
        shot={value.qr}
        rule="微信群二维码7天内有效，过期后请换一张"
        error={at('wechat.qrKey')}
        onChange={(qr) => set({ qr })}
      />
      {value.qr && (
        <Button kind="plain" onPress={() => set({ qr: null })}>
          去掉二维码
        </Button>
      )}
    </Card>
  );
}
