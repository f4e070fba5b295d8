import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { attachmentKinds } from '@contract/unit';
import { Card, Row } from '@/components/card';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { Async } from '@/components/states';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { openFile } from '@/lib/device/file';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import { usePages } from '@/lib/use-pages';
import { AddPaper } from './add-paper';

type Paper = Output<'unit.papers'>['papers'][number];

/** Licence, proofs and returned papers of the unit; opened here, taken out by asking once. */
export function FilePapers({ unitId, session }: { unitId: string; session: Session }) {
  const query = usePages('unit.papers', { unitId });
  const mayEdit = session.can('unit.edit') || session.can('filing.review');
  const take = async ({ attachmentId, name }: Paper) => {
    if (!(await confirm('移出这份材料？', `“${name}”将不再显示在单位档案里。`, '移出'))) return;
    try {
      await change('unit.detach', { attachmentId });
      toast('已移出');
      await query.reload();
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  return (
    <>
      {session.can('filing.review') && (
        <Card>
          <Row
            title="打印表格"
            note="登记表、变更申报表、推荐表、变更函"
            onPress={() => go('paper.unit', { unitId })}
          />
        </Card>
      )}
      {mayEdit && <AddPaper unitId={unitId} onAdded={() => void query.reload()} />}
      <Card title="材料">
        <Async query={query} rows={2}>
          {({ papers }) =>
            papers.length === 0 ? (
              <Text className="unit-second">
                还没有材料。营业执照、单位证明、盖章的登记表都可以存在这里。
              </Text>
            ) : (
              <Paged query={query} words="看更早的">
                {(page) =>
                  page.papers.map((paper) => (
                    <View key={paper.attachmentId} className="unit-paper">
                      <View className="unit-paper-words">
                        <Text>{paper.name}</Text>
                        <Text className="unit-second">
                          {attachmentKinds[paper.kind]} · {paper.by} {showAt(paper.at)}
                        </Text>
                      </View>
                      {paper.url ? (
                        <Press
                          className="phone-act"
                          label={`打开${paper.name}`}
                          onPress={() => void openFile(paper.url ?? '', paper.name)}
                        >
                          <Text>打开</Text>
                        </Press>
                      ) : (
                        <Text className="unit-second">
                          {paper.closed ? '含个人信息，由审核备案的同事查看' : '文件已丢失'}
                        </Text>
                      )}
                      {mayEdit && (
                        <Press
                          className="phone-act"
                          label={`移出${paper.name}`}
                          onPress={() => void take(paper)}
                        >
                          <Text>移出</Text>
                        </Press>
                      )}
                    </View>
                  ))
                }
              </Paged>
            )
          }
        </Async>
      </Card>
    </>
  );
}
