import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Paged } from '@/components/paged';
import { Async } from '@/components/states';
import { change, sentenceOf } from '@/lib/call';
import { deliver } from '@/lib/device/deliver';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import { usePages } from '@/lib/use-pages';

type One = Output<'paper.announcements'>['announcements'][number];

const NOTHING = {};

/** Lists published earlier, to be printed again; one that was interrupted can be finished. */
export function Announced({ onFinished }: { onFinished: () => void }) {
  const query = usePages('paper.announcements', NOTHING);
  const [busy, setBusy] = useState<string | null>(null);
  const finish = async ({ paperId, hostIds, until }: One) => {
    setBusy(paperId);
    try {
      await deliver(await change('paper.announce', { hostIds, until }, paperId));
      onFinished();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <Card title="已公布的名单">
      <Async query={query} rows={2}>
        {({ announcements: first }) =>
          first.length === 0 ? (
            <Text className="paper-second">还没有发文公布过。公布后的文件留在这里，可以再取。</Text>
          ) : (
            <Paged query={query} words="看更早的">
              {({ announcements }) =>
                announcements.map((one) => (
                  <View key={one.paperId} className="paper-part">
                    <Text className="paper-name">{one.title}</Text>
                    <Text className="paper-second">
                      {one.number} · {one.url ? `${one.people}人` : '没有生成完'} · {showAt(one.at)}
                    </Text>
                    <View className="paper-acts">
                      <Button
                        kind="plain"
                        busy={busy === one.paperId}
                        onPress={() =>
                          void (one.url ? deliver({ url: one.url, name: one.name }) : finish(one))
                        }
                      >
                        {one.url ? '取文件' : '接着生成'}
                      </Button>
                    </View>
                  </View>
                ))
              }
            </Paged>
          )
        }
      </Async>
    </Card>
  );
}
