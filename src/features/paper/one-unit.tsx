import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { SearchField } from '@/components/search-field';
import { Async, Empty } from '@/components/states';
import { usePages } from '@/lib/use-pages';

interface Props {
  chosen: string | null;
  onChoose: (unitId: string) => void;
}

/** Finds the unit whose papers are printed. */
export function OneUnit({ chosen, onChoose }: Props) {
  const [search, setSearch] = useState('');
  const query = usePages('unit.list', { search });
  const found = query.pages.some(({ units }) => units.length > 0);
  return (
    <>
      <SearchField value={search} placeholder="单位名称、拼音或首字母" onChange={setSearch} />
      <Async query={query}>
        {() =>
          !found ? (
            <Empty title="没有找到单位" how="试试单位简称或拼音首字母。" />
          ) : (
            <Paged query={query} words="看更多单位">
              {({ units }) =>
                units.map(({ unitId, name, liaison }) => (
                  <Press
                    key={unitId}
                    className={`card paper-item ${unitId === chosen ? 'on' : ''}`}
                    onPress={() => onChoose(unitId)}
                  >
                    <Text className="paper-name">{name}</Text>
                    <Text className="paper-second">{liaison ? `联络员 ${liaison}` : '无联络员'}</Text>
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
