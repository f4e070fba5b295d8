import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Async } from '@/components/states';
import { role } from '@/lib/device/a11y';
import { back, replace } from '@/lib/go';
import { toast } from '@/lib/toast';
import { useSession } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import { useGroupEditing } from '../editing';
import { GroupForm } from '../group-form';
import type { Group } from '../group-view';
import '../group.scss';

/** A group to write; without `groupId` a new one. */
export default function GroupEdit() {
  const { groupId } = useRouter().params;
  return (
    <StaffOnly right="notice.publish">
      {() => (groupId ? <Existing groupId={groupId} /> : <Edit group={null} />)}
    </StaffOnly>
  );
}

function Existing({ groupId }: { groupId: string }) {
  const query = useQuery('group.get', { groupId });
  if (query.data && !query.error) return <Edit key={query.data.updatedAt} group={query.data} />;
  return (
    <Page narrow>
      <Async query={query}>{() => null}</Async>
    </Page>
  );
}

function Edit({ group }: { group: Group | null }) {
  const hosts = useSession().data?.office.hosts ?? [];
  const editing = useGroupEditing(group, (groupId) => {
    toast(group ? '联络组已保存' : '联络组已建好');
    if (group) back();
    else replace('group.view', { groupId });
  });
  const foot = (
    <>
      {editing.fault && (
        <View className="field-error" {...role('alert')}>
          {editing.fault.message}
        </View>
      )}
      <Button wide busy={editing.busy} onPress={editing.save}>
        保存联络组
      </Button>
    </>
  );
  return (
    <Page narrow foot={foot}>
      <SavedLine at={editing.savedAt} />
      <GroupForm editing={editing} group={group} hosts={hosts} />
    </Page>
  );
}
