import { Text } from '@tarojs/components';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Paged } from '@/components/paged';
import { Async, Empty } from '@/components/states';
import { usePages } from '@/lib/use-pages';
import { ViewRow } from '../view-row';
import '../privacy.scss';

const NOTHING = {};

/** Everybody who saw my number, newest first. */
export default function Views() {
  const query = usePages('privacy.views', NOTHING);
  return (
    <Page narrow>
      <Async query={query}>
        {({ views }) =>
          views.length === 0 ? (
            <Empty
              title="还没有人看过"
              how="秘书处查看、导出或打印您的完整手机号时，会在这里记下是谁、什么时候。"
            />
          ) : (
            <>
              <Text className="privacy-text">
                手机号平时是打码的。下面是看过完整号码的人；有疑问可以联系秘书处。
              </Text>
              <Card>
                <Paged query={query} words="看更早的记录">
                  {({ views: page }) => page.map((view) => <ViewRow key={view.viewId} view={view} />)}
                </Paged>
              </Card>
            </>
          )
        }
      </Async>
    </Page>
  );
}
