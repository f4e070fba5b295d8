import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Check } from '@/components/check';
import { Row } from '@/components/card';
import { Press } from '@/components/press';
import { SearchField } from '@/components/search-field';
import { Tag } from '@/components/tag';
import { useQuery } from '@/lib/use-query';
import type { Candidate, Line, Pick } from './filling';

interface Props {
  line: Line;
  pick: Pick | null;
  onPick: (pick: Pick | 'none') => void;
}

/** A line that is sure: ticked, and may be left out. */
export function SureRow({ line, pick, onPick }: Props) {
  const [unit] = line.candidates;
  if (!unit) return null;
  if (unit.receipt !== 'missing') {
    return (
      <View className="jielong-line">
        <Text>{unit.unitName}</Text>
        <Said line={line} />
        <Standing receipt={unit.receipt} />
      </View>
    );
  }
  return (
    <View className="jielong-line">
      <Check checked={pick !== null} onChange={(on) => onPick(on ? unit : 'none')}>
        <View className="jielong-words">
          <Text>{unit.unitName}</Text>
          <Said line={line} />
        </View>
      </Check>
    </View>
  );
}

/** A line for a human: the units it may mean, or any other by search. */
export function ChoiceRow({ line, pick, onPick }: Props) {
  const [searching, setSearching] = useState(false);
  const offered = line.candidates.some(({ unitId }) => unitId === pick?.unitId);
  const choose = (unit: Pick) => {
    setSearching(false);
    onPick(unit);
  };
  return (
    <View className="jielong-line">
      <Text className="jielong-raw">
        第{line.line}行：{line.raw}
      </Text>
      {line.doubt && <Text className="jielong-doubt">这一行像是请假、待定或提问，请看清再选</Text>}
      <View className="chips">
        {line.candidates.map((unit) => (
          <Chip
            key={unit.unitId}
            unit={unit}
            on={unit.unitId === pick?.unitId}
            onPick={choose}
            onDrop={() => onPick('none')}
          />
        ))}
        {pick && !offered && (
          <Press className="chip on" label={`不选${pick.unitName}`} onPress={() => onPick('none')}>
            <Text>✓ {pick.unitName}</Text>
          </Press>
        )}
        <Press className="chip" onPress={() => setSearching(!searching)}>
          <Text>{searching ? '收起' : '找其他单位'}</Text>
        </Press>
      </View>
      {searching && <UnitSearch onPick={choose} />}
    </View>
  );
}

interface ChipProps {
  unit: Candidate;
  on: boolean;
  onPick: (unit: Pick) => void;
  onDrop: () => void;
}

function Chip({ unit, on, onPick, onDrop }: ChipProps) {
  const { unitName, region, receipt } = unit;
  const note = { missing: '', confirmed: '，已确认', outside: '，不在发送范围' }[receipt];
  return (
    <Press className={`chip ${on ? 'on' : ''}`} onPress={() => (on ? onDrop() : onPick(unit))}>
      <Text>
        {on ? '✓ ' : ''}
        {unitName}（{region}
        {note}）
      </Text>
    </Press>
  );
}

function UnitSearch({ onPick }: { onPick: (unit: Pick) => void }) {
  const [search, setSearch] = useState('');
  const found = useQuery('unit.list', search ? { search } : null);
  return (
    <View className="jielong-search">
      <SearchField value={search} placeholder="搜单位名称、拼音或首字母" onChange={setSearch} />
      {found.error && <Text>{found.error.message}</Text>}
      {found.data?.units.slice(0, 8).map(({ unitId, name, region }) => (
        <Row
          key={unitId}
          title={name}
          note={region}
          side="选择"
          onPress={() => onPick({ unitId, unitName: name, receipt: null })}
        />
      ))}
      {found.data?.units.length === 0 && <Text>没有找到这样的单位</Text>}
    </View>
  );
}

const Said = ({ line }: { line: Line }) => (
  <Text className="jielong-note">
    {line.raw}
    {line.extra > 0 && `（另有${line.extra}人）`}
  </Text>
);

const Standing = ({ receipt }: { receipt: 'confirmed' | 'outside' }) => (
  <View className="jielong-standing">
    {receipt === 'confirmed' ? (
      <Tag tone="success">已确认，不重复录入</Tag>
    ) : (
      <Tag tone="warning">不在发送范围，不录入</Tag>
    )}
  </View>
);
