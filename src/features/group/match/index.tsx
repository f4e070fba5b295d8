import { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { back } from '@/lib/go';
import { MatchLines } from '../match-lines';
import { useMatching, type Matching, type Result } from '../matching';
import '../group.scss';

/** 粘贴群成员名单: what the list says, and which units are marked as in the WeChat group. */
export default function GroupMatch() {
  const { groupId = '' } = useRouter().params;
  return <StaffOnly right="notice.publish">{() => <Pasting groupId={groupId} />}</StaffOnly>;
}

function Pasting({ groupId }: { groupId: string }) {
  const matching = useMatching(groupId);
  if (matching.result) return <Done result={matching.result} />;
  if (matching.lines) return <Read matching={matching} />;
  return (
    <Page
      narrow
      foot={
        <Button wide busy={matching.busy} onPress={matching.read}>
          识别
        </Button>
      }
    >
      <SavedLine at={matching.savedAt} />
      <Card>
        <View className="group-paste">
          <TextField
            label="群成员名单"
            required
            lines
            value={matching.text}
            max={20_000}
            placeholder="一行一个群昵称，如：青岚矿业-张三"
            rule="系统按单位全称、简称和联络员姓名对上单位，由您核对后再标记。"
            error={matching.fault}
            onChange={matching.write}
          />
        </View>
      </Card>
    </Page>
  );
}

function Read({ matching }: { matching: Matching }) {
  const { lines, chosen, busy, mark } = matching;
  const n = (result: string) => (lines ?? []).filter((line) => line.result === result).length;
  return (
    <Page
      narrow
      foot={
        <Button wide busy={busy} disabled={chosen.length === 0} onPress={mark}>
          {chosen.length === 0 ? '没有要标记的单位' : `标记${chosen.length}家已进群`}
        </Button>
      }
    >
      <View className="group-actions">
        <Text>
          已对上{n('matched')}行，请您选{n('ambiguous')}行，没认出{n('unknown')}行
        </Text>
        <Button kind="plain" onPress={matching.back}>
          改文字
        </Button>
      </View>
      <MatchLines matching={matching} />
    </Page>
  );
}

function Done({ result: { marked, already } }: { result: Result }) {
  return (
    <Page narrow>
      <Empty
        title={`已标记${marked}家已进群`}
        how={already > 0 ? `${already}家此前已标记，没有改动。` : '还没进群的，可以复制名单去邀请。'}
      >
        <Button onPress={back}>返回联络组</Button>
      </Empty>
    </Page>
  );
}
