import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Async } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { goTab } from '@/lib/go';
import { anchorOf, scrollToField } from '@/lib/scroll-to';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';
import { role } from '@/lib/device/a11y';
import { HostFields } from '../host-fields';
import { PresetChoice } from '../preset-choice';

type Office = Output<'office.get'>;
type PresetId = Office['presets'][number]['id'];
type Hosts = Office['hosts'];

interface Writing {
  name?: string;
  preset?: PresetId;
  /** By rulebook, so that looking at another one loses no edits. */
  hosts?: Partial<Record<PresetId, Hosts>>;
}

const NOTHING = {};

/** Rulebook, name and hosts of the association. */
export default function SetUp() {
  const query = useQuery('office.get', NOTHING);
  return (
    <StaffOnly right="office.edit">
      {() =>
        query.data && !query.error ? (
          <Writer office={query.data} />
        ) : (
          <Page narrow>
            <Async query={query}>{() => null}</Async>
          </Page>
        )
      }
    </StaffOnly>
  );
}

function Writer({ office }: { office: Office }) {
  const session = useSession();
  const { value, set, savedAt, clear } = useDraft<Writing>('set-up', {});
  const [wrong, setWrong] = useState<{ field?: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const preset = value.preset ?? office.preset;
  const name = value.name ?? office.name;
  const hosts = preset ? (value.hosts?.[preset] ?? hostsOf(office, preset)) : [];
  const at = (field: string) => (wrong?.field === field ? wrong.message : undefined);
  const fail = (message: string, field?: string) => {
    setWrong({ message, ...(field && { field }) });
    if (field) scrollToField(field);
  };

  const save = async () => {
    if (!name.trim()) return fail('请填写协会名称', 'name');
    if (!preset) return fail('请选择制度模板', 'preset');
    const changes = office.preset !== null && office.preset !== preset;
    if (
      changes &&
      !(await confirm(
        '更换制度模板？',
        '登记表项目、席位和备案号格式会随之改变，在“制度设置”里做过的调整会清空；已有的记录不变。',
        '更换',
      ))
    )
      return;
    setBusy(true);
    setWrong(null);
    try {
      await change('office.setUp', { name, preset, hosts });
      clear();
      await session.reload();
      toast('协会设置已保存');
      goTab('home');
    } catch (error) {
      fail(sentenceOf(error), CallError.is(error) ? error.field : undefined);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page
      narrow
      foot={
        <Button wide busy={busy} onPress={() => void save()}>
          保存设置
        </Button>
      }
    >
      <SavedLine at={savedAt} />
      <Card>
        <TextField
          label="协会名称"
          id={anchorOf('name')}
          required
          value={name}
          max={60}
          rule="显示在首页上方和登记页里"
          error={at('name')}
          onChange={(typed) => set({ name: typed })}
        />
      </Card>
      <PresetChoice
        presets={office.presets}
        value={preset}
        error={at('preset')}
        onChange={(id) => set({ preset: id })}
      />
      {preset && (
        <HostFields
          hosts={hosts}
          errorAt={at}
          onChange={(edited) => set({ hosts: { ...value.hosts, [preset]: edited } })}
        />
      )}
      {wrong && !wrong.field && (
        <View className="field-error" {...role('alert')}>
          {wrong.message}
        </View>
      )}
    </Page>
  );
}

/** The office's own for the rulebook it has, else what that rulebook proposes. */
function hostsOf(office: Office, preset: PresetId): Hosts {
  if (preset === office.preset && office.hosts.length > 0) return office.hosts;
  const proposed = office.presets.find(({ id }) => id === preset)?.hosts ?? [];
  const ids = new Set(office.hosts.map(({ id }) => id));
  // Units and numbers hang on the ids, so a host keeps its own and takes the names only.
  return [
    ...office.hosts.map((host, i) => {
      const { name, short } = proposed[i] ?? host;
      return { ...host, name, short };
    }),
    ...proposed.slice(office.hosts.length).map((host) => ({ ...host, id: freeId(host.id, ids) })),
  ];
}

/** An id none of the office's hosts has. */
function freeId(wish: string, taken: Set<string>): string {
  const id = taken.has(wish) ? freeId(`${wish}-2`, taken) : wish;
  taken.add(id);
  return id;
}
