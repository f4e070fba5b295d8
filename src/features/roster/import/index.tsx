import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { importStates, rosterKinds, type PlanCounts, type RosterKind } from '@contract/roster';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { forget, pickFiles } from '@/lib/device/file';
import { role } from '@/lib/device/a11y';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { upload } from '@/lib/upload';
import { usePages } from '@/lib/use-pages';
import { stateTones } from '../words';
import '../roster.scss';

/** Choose a workbook; below, what was brought in before and what is half done. */
export default function RosterImport() {
  return (
    <StaffOnly right="roster.import">
      {() => (
        <Page narrow>
          <Choose />
          <Past />
        </Page>
      )}
    </StaffOnly>
  );
}

function Choose() {
  const [doing, setDoing] = useState('');
  const [fault, setFault] = useState('');
  const choose = async () => {
    setFault('');
    const [picked] = await pickFiles(1, ['xlsx', 'xls']);
    if (!picked) return;
    try {
      setDoing('正在上传…');
      const { fileKey } = await upload('roster', picked, undefined, (percent) =>
        setDoing(`正在上传 ${percent}%`),
      );
      setDoing('正在读取表格…');
      const { importId } = await change('roster.read', { fileKey });
      forget(picked.path);
      go('roster.one', { importId });
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setDoing('');
    }
  };
  return (
    <Card title="从 Excel 导入会员名册">
      <Text className="roster-words">
        直接用您手头的表：列的顺序和叫法不限，标题行、合并单元格、备注都认得。先给您看要改什么，您确认后才写入，24小时内可以撤销。
      </Text>
      <Button wide busy={doing !== ''} onPress={() => void choose()}>
        {doing || '选择 Excel 文件'}
      </Button>
      <View {...role('alert')}>{fault && <Text className="roster-fault">{fault}</Text>}</View>
      <Text className="roster-rule">
        .xlsx 或
        .xls，最大10MB，每张表最多10000行；带公式或宏的表请先另存为纯数值。隐藏的工作表不读，隐藏的行和列照样读。
      </Text>
    </Card>
  );
}

const NOTHING = {};

function Past() {
  const query = usePages('roster.list', NOTHING);
  useDidShow(() => void query.reload());
  return (
    <>
      <Text className="roster-heading">导入过的名册</Text>
      <Async query={query} rows={2}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Empty title="还没有导入过名册" how="选择一个文件开始，导入过的会列在这里。" />
          ) : (
            <Paged query={query} words="看更早的">
              {(page) =>
                page.imports.map(({ importId, fileName, state, by, at, counts }) => (
                  <Press
                    key={importId}
                    className="card roster-item"
                    onPress={() => go('roster.one', { importId })}
                  >
                    <View className="roster-line">
                      <Text className="roster-name">{fileName}</Text>
                      <Tag tone={stateTones[state]}>{importStates[state]}</Tag>
                    </View>
                    <Text className="roster-second">
                      {by} · {showAt(at)}
                      {counts && ` · ${countWords(counts)}`}
                    </Text>
                  </Press>
                ))
              }
            </Paged>
          )
        }
      </Async>
    </>
  );
}

const countWords = (counts: PlanCounts): string =>
  (Object.keys(rosterKinds) as RosterKind[])
    .flatMap((kind) => (counts[kind] ? [`${rosterKinds[kind]}${counts[kind]}`] : []))
    .join(' ');
