import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { CONSENT_VERSION } from '@contract/filing';
import { erasureLabels } from '@contract/privacy';
import type { Output } from '@contract/index';
import { Card, Row } from '@/components/card';
import { Page } from '@/components/page';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import { ViewRow } from '../view-row';
import { dayWords, erasureTones } from '../words';
import '../privacy.scss';

const NOTHING = {};
const LATEST = 3;

/** What is kept about me, who saw it, and what I can do about it. */
export default function MyPrivacy() {
  const query = useQuery('privacy.get', NOTHING);
  const views = useQuery('privacy.views', NOTHING);
  useDidShow(() => {
    void query.reload();
    void views.reload();
  });
  return (
    <Page narrow>
      <Async query={query}>
        {(data) => (
          <>
            <Card title="谁看过我的手机号">
              <Async query={views} rows={1} quiet>
                {({ views: seen }) => <Seen seen={seen} />}
              </Async>
            </Card>
            <Card title="我的资料">
              <Row
                title="查看和保存全部资料"
                note="协会保存的与您有关的全部内容，可以复制或存成文件"
                onPress={() => go('privacy.copy')}
              />
              {data.verifiedMobile && <Row title="微信验证过的手机号" side={data.verifiedMobile} />}
            </Card>
            <Card title="我同意过的说明">
              {data.consents.length === 0 && <Text className="privacy-second">现在没有有效的同意。</Text>}
              {data.consents.map(({ version, at }) => (
                <Row
                  key={version}
                  title={`个人信息处理说明（${version}版）`}
                  note={`${showAt(at)}同意${version === CONSENT_VERSION ? '，现行版本' : ''}`}
                  onPress={() => go('privacy.consent', { version })}
                />
              ))}
            </Card>
            <Erasure data={data} />
          </>
        )}
      </Async>
    </Page>
  );
}

function Seen({ seen }: { seen: Output<'privacy.views'>['views'] }) {
  if (seen.length === 0)
    return (
      <Text className="privacy-second">还没有人看过您的完整手机号。以后谁看过、导出过，都会记在这里。</Text>
    );
  return (
    <View>
      {seen.slice(0, LATEST).map((view) => (
        <ViewRow key={view.viewId} view={view} />
      ))}
      <Row title="看全部记录" onPress={() => go('privacy.views')} />
    </View>
  );
}

function Erasure({ data: { erasure, erasedAt } }: { data: Output<'privacy.get'> }) {
  return (
    <Card title="撤回同意与删除">
      <Row
        title="撤回同意，申请删除"
        note={
          erasure?.state === 'waiting'
            ? `秘书处办理中，最迟${dayWords(erasure.dueOn)}答复`
            : erasedAt
              ? `您的个人信息已于${showAt(erasedAt)}删除`
              : '先看看哪些会删除、哪些要保留'
        }
        side={erasure && <Tag tone={erasureTones[erasure.state]}>{erasureLabels[erasure.state]}</Tag>}
        onPress={() => go('privacy.erasure')}
      />
    </Card>
  );
}
