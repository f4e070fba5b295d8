import { Text, View } from '@tarojs/components';
import type { MemberRule } from '@contract/audience';
import { Button } from '@/components/button';
import { SeveralField } from '@/components/several-field';
import { go } from '@/lib/go';
import { useDraft } from '@/lib/use-draft';
import { usePages } from '@/lib/use-pages';
import { useQuery } from '@/lib/use-query';

const NOTHING = {};

interface Props {
  chosen: string[];
  onChange: (groups: string[]) => void;
}

/** Saved groups (联络组) as chips, and how many units each chosen one has today. */
export function SavedGroups({ chosen, onChange }: Props) {
  const { pages, more } = usePages('group.list', NOTHING);
  const groups = pages.flatMap((page) => page.groups);
  // Deleted since, or on a page not fetched yet: it stays to be seen and taken off.
  const others = chosen.filter((id) => !groups.some(({ groupId }) => groupId === id));
  if (groups.length + others.length === 0) return null;
  const choices = Object.fromEntries([
    ...groups.map(({ groupId, name }) => [groupId, name] as const),
    ...others.map((id) => [id, '已选的联络组'] as const),
  ]);
  return (
    <>
      <SeveralField label="联络组" values={chosen} choices={choices} onChange={onChange} />
      {chosen.map((groupId) => (
        <Size key={groupId} groupId={groupId} />
      ))}
      {more && (
        <Button kind="plain" onPress={() => void more()}>
          更多联络组
        </Button>
      )}
    </>
  );
}

function Size({ groupId }: { groupId: string }) {
  const { data, error } = useQuery('group.get', { groupId });
  if (error?.code === 'missing') return <Text className="compose-hint">有一个联络组已删除，请去掉它</Text>;
  return data && <Text className="compose-hint">{`“${data.name}”现有${data.total}家单位`}</Text>;
}

/** Takes the rule just put together to the page for a new group. */
export function SaveAsGroup({ members }: { members: MemberRule }) {
  const draft = useDraft<{ members: MemberRule }>('group:new', { members: {} });
  const save = () => {
    draft.set({ members });
    go('group.edit');
  };
  return (
    <View>
      <Button kind="plain" onPress={save}>
        存为联络组
      </Button>
    </View>
  );
}
