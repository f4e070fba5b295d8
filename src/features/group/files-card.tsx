import { Text, View } from '@tarojs/components';
import { AddFile } from '@/components/add-file';
import { Card } from '@/components/card';
import { Press } from '@/components/press';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { openFile } from '@/lib/device/file';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import type { Group } from './group-view';

interface Props {
  group: Group;
  keeps: boolean;
  onChanged: () => void;
}

/** Files the members of the group can open. */
export function FilesCard({ group: { groupId, files }, keeps, onChanged }: Props) {
  const take = async (fileId: string, name: string) => {
    if (!(await confirm('移出这个文件？', `“${name}”将不再显示给组里的单位。`, '移出'))) return;
    try {
      await change('group.detach', { groupId, fileId });
      toast('已移出');
      onChanged();
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return (
    <Card title="文件">
      {files.length === 0 && (
        <Text className="group-second">还没有文件。组里的联络员可以打开这里的文件。</Text>
      )}
      {files.map(({ fileId, name, by, at, url }) => (
        <View key={fileId} className="group-file">
          <View className="group-file-words">
            <Text>{name}</Text>
            <Text className="group-second">
              {by} {showAt(at)}
            </Text>
          </View>
          {url ? (
            <Press className="phone-act" label={`打开${name}`} onPress={() => void openFile(url, name)}>
              <Text>打开</Text>
            </Press>
          ) : (
            <Text className="group-second">文件已丢失</Text>
          )}
          {keeps && (
            <Press className="phone-act" label={`移出${name}`} onPress={() => void take(fileId, name)}>
              <Text>移出</Text>
            </Press>
          )}
        </View>
      ))}
      {keeps && (
        <AddFile
          words={{ picture: '添加图片', file: '添加文件' }}
          onUploaded={async (file, requestId) => {
            await change('group.attach', { groupId, ...file }, requestId);
            toast('文件已添加');
            onChanged();
          }}
        />
      )}
    </Card>
  );
}
