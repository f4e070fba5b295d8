import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { confirm } from '@/lib/confirm';
import { back } from '@/lib/go';
import { useQuery } from '@/lib/use-query';
import { useFilling, type Filling, type Result } from './filling';
import { Groups } from './groups';
import './jielong.scss';

/** 粘贴接龙: the group's text, what it says, and which units are entered for it. */
export default function Jielong() {
  const { noticeId = '' } = useRouter().params;
  return <StaffOnly right="notice.publish">{() => <Pasting noticeId={noticeId} />}</StaffOnly>;
}

function Pasting({ noticeId }: { noticeId: string }) {
  const notice = useQuery('notice.get', { noticeId });
  const filling = useFilling(noticeId);
  if (notice.error) {
    return (
      <Page narrow>
        <Empty title={notice.error.message} how="请返回后重新进入。" />
      </Page>
    );
  }
  const form = notice.data?.view === 'whole' && notice.data.asking.kind === 'form';
  if (filling.result) return <Done result={filling.result} form={form} onAgain={filling.again} />;
  return (
    <Page
      narrow
      foot={filling.lines ? <FillFoot filling={filling} form={form} /> : <ReadFoot filling={filling} />}
    >
      {notice.data && <Text className="jielong-title">{notice.data.title}</Text>}
      {filling.lines ? (
        <Read filling={filling} />
      ) : (
        <>
          <SavedLine at={filling.savedAt} />
          <Card>
            <View className="jielong-paste">
              <TextField
                label="群里的接龙"
                required
                lines
                value={filling.text}
                max={20_000}
                placeholder="在微信群里长按接龙，复制后粘贴到这里；转发的聊天记录也可以"
                rule="系统先按单位全称、简称和联络员姓名对上单位，由您核对后再录入。"
                error={filling.fault}
                onChange={filling.write}
              />
            </View>
          </Card>
        </>
      )}
    </Page>
  );
}

function Read({ filling }: { filling: Filling }) {
  const lines = filling.lines ?? [];
  const n = (result: string) => lines.filter((line) => line.result === result).length;
  return (
    <>
      <View className="jielong-sum">
        <Text>
          已对上{n('matched')}行，请您选{n('ambiguous')}行，没认出{n('unknown')}行
        </Text>
        <Button kind="plain" onPress={filling.back}>
          改文字
        </Button>
      </View>
      {lines.length === n('ignored') && (
        <Empty title="没有读到接龙" how="请检查粘贴的文字，每行写单位和姓名。" />
      )}
      <Groups filling={filling} />
    </>
  );
}

const ReadFoot = ({ filling }: { filling: Filling }) => (
  <Button wide busy={filling.busy} onPress={filling.read}>
    识别
  </Button>
);

const FORM_REST = '回执表还要由单位填写，或逐家代录，所以这些单位仍在“还差谁”里。';

/** `form`: a line of a 接龙 holds no answers, so the form is still to be filled in. */
function FillFoot({ filling: { entries, busy, fill }, form }: { filling: Filling; form: boolean }) {
  const words = `将把${entries.length}家单位记为已确认，注明由您群内代录。${form ? FORM_REST : ''}`;
  const send = async () => {
    if (await confirm('录入这些单位？', words, '录入')) fill();
  };
  return (
    <Button wide busy={busy} disabled={entries.length === 0} onPress={() => void send()}>
      {entries.length === 0 ? '还没有可录入的单位' : `录入${entries.length}家`}
    </Button>
  );
}

interface DoneProps {
  result: Result;
  form: boolean;
  onAgain: () => void;
}

function Done({ result: { filled, already, outside }, form, onAgain }: DoneProps) {
  const rest = [
    already > 0 && `${already}家此前已确认，没有改动`,
    outside > 0 && `${outside}家不在这条通知的发送范围，没有录入`,
  ].filter(Boolean);
  const how = rest.length > 0 ? `${rest.join('；')}。` : '在“还差谁”里可以看到，注明群内代录。';
  return (
    <Page narrow>
      <Empty title={`已录入${filled}家`} how={`${how}${form ? FORM_REST : ''}`}>
        <Button onPress={back}>返回看还差谁</Button>
        <Button kind="plain" onPress={onAgain}>
          再粘贴一段
        </Button>
      </Empty>
    </Page>
  );
}
