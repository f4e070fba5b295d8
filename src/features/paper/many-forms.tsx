import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Paged } from '@/components/paged';
import { SearchField } from '@/components/search-field';
import { Async, Empty } from '@/components/states';
import { role } from '@/lib/device/a11y';
import { usePages } from '@/lib/use-pages';
import { usePacking } from './packing';

const IN_ONE = 50;

/** Forms of all liaisons, or of those found, as zips. */
export function ManyForms() {
  const [search, setSearch] = useState('');
  const query = usePages('paper.list', { search });
  const rows = query.pages.flatMap(({ forms }) => forms);
  return (
    <>
      <SearchField value={search} placeholder="单位名称或拼音；不填为全部" onChange={setSearch} />
      <Async query={query}>
        {({ total }) =>
          rows.length === 0 ? (
            <Empty
              title={search ? '没有找到联络员' : '还没有备案的联络员'}
              how={search ? '试试单位简称或拼音首字母。' : '同意备案后，登记表在这里成批打印。'}
            />
          ) : (
            <>
              <Packs key={search} search={search} words={countWords(total, rows.length, !!query.more)} />
              <Card title="名单">
                <Paged query={query} words="看更多">
                  {({ forms }) =>
                    forms.map(({ filingId, unitName, name, numbers }) => (
                      <View key={filingId} className="paper-part">
                        <Text className="paper-name">{unitName}</Text>
                        <Text className="paper-second">
                          {name} {numbers.join('、')}
                        </Text>
                      </View>
                    ))
                  }
                </Paged>
              </Card>
            </>
          )
        }
      </Async>
    </>
  );
}

/** 全部 412 份，约分 9 个压缩包 */
function countWords(total: number | null, shown: number, more: boolean): string {
  if (total !== null) return `全部 ${total} 份，约分 ${Math.ceil(total / IN_ONE)} 个压缩包`;
  return more ? `找到 ${shown} 份以上` : `找到 ${shown} 份`;
}

function Packs({ search, words }: { search: string; words: string }) {
  const { packs, done, busy, fault, fetch, go, again } = usePacking(search);
  const skipped = packs.flatMap((pack) => pack.skipped);
  return (
    <Card title={words}>
      <View className="paper-stack">
        <Text className="paper-second">
          每个压缩包最多50份，照片大的会少一些；里面每份是一个Word文件，按“单位_姓名”命名。文件里有手机号码，请妥善保管。
        </Text>
        {busy === 'all' && (
          <View {...role('status')}>
            <Text>正在生成第{packs.length + 1}个压缩包，请不要关闭页面</Text>
          </View>
        )}
        {fault && <Text className="paper-fault">{fault}</Text>}
        {!done && (
          <Button wide busy={busy === 'all'} disabled={busy !== null} onPress={() => void go()}>
            {packs.length > 0 ? '接着生成' : '生成登记表'}
          </Button>
        )}
        {packs.map((pack, i) => (
          <View key={pack.requestId} className="paper-line">
            <Text>
              第{i + 1}包 · {pack.forms}份
            </Text>
            <Button
              kind="plain"
              busy={busy === pack.requestId}
              disabled={busy !== null && busy !== pack.requestId}
              onPress={() => void fetch(pack)}
            >
              取文件
            </Button>
          </View>
        ))}
        {skipped.length > 0 && (
          <Text className="paper-second">
            没有登记表、未打印的{skipped.length}人：
            {skipped.map(({ unitName, name }) => `${unitName}${name}`).join('、')}
          </Text>
        )}
        {done && (
          <Button kind="plain" disabled={busy !== null} onPress={() => void again()}>
            重新生成
          </Button>
        )}
      </View>
    </Card>
  );
}
