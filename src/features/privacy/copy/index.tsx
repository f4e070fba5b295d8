import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Failed, Skeleton } from '@/components/states';
import { copy } from '@/lib/device/clipboard';
import { saveText } from '@/lib/device/save-text';
import { useSession } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { textOf, useEverything, type Section } from './use-everything';
import '../privacy.scss';

/** Rows of a long kind shown on the page; the file has all of them. */
const SHOWN = 30;

/** Everything kept about me: to read, to copy, to keep as a file. */
export default function Everything() {
  const { sections, loading, failed, load } = useEverything();
  const { me } = useSession();
  const text = () => textOf(headOf(me?.office.name ?? ''), sections);
  if (loading || failed)
    return (
      <Page narrow>
        {failed ? <Failed message={failed} onRetry={() => void load()} /> : <Skeleton rows={5} />}
        {loading && <Text className="privacy-text">正在整理，记录多时要几秒钟…</Text>}
      </Page>
    );
  return (
    <Page
      narrow
      foot={
        <View className="privacy-acts privacy-foot">
          <Button onPress={() => void saveText('我的资料.txt', text())}>存成文件</Button>
          <Button kind="plain" onPress={() => void copy(text())}>
            复制全文
          </Button>
        </View>
      }
    >
      <Text className="privacy-text">
        这是协会保存的与您有关的全部内容。里面有您的个人信息，请不要转给他人。
      </Text>
      {sections.map((section, i) => (
        <Kept key={i} section={section} />
      ))}
    </Page>
  );
}

const headOf = (office: string): string =>
  `${office}保存的我的资料\r\n整理时间：${showAt(new Date().toISOString())}`;

function Kept({ section: { title, rows } }: { section: Section }) {
  return (
    <Card title={title}>
      {rows.slice(0, SHOWN).map(({ label, value }, i) => (
        <View key={i} className="privacy-item">
          <Text className="privacy-second">{label}</Text>
          <Text className="privacy-text">{value}</Text>
        </View>
      ))}
      {rows.length > SHOWN && (
        <Text className="privacy-second">还有{rows.length - SHOWN}条，在文件和全文里。</Text>
      )}
    </Card>
  );
}
