import { Text, View } from '@tarojs/components';
import { Check } from '@/components/check';
import { Press } from '@/components/press';
import { ReadLines } from '@/components/read-lines';
import { markable, type Candidate, type Line, type Matching } from './matching';

const hints = {
  ambiguous: '点一下对应的单位；不选就不标记。',
  unknown: '多半是微信昵称，可在“成员”里逐家标记。',
};

/** What was read of a member list. */
export function MatchLines({ matching: { lines, pickOf, pick } }: { matching: Matching }) {
  return (
    <ReadLines lines={lines ?? []} hints={hints}>
      {(line, i) => {
        const props = { line, chosen: pickOf(line, i), onPick: (id: string | null) => pick(line, i, id) };
        if (line.result === 'matched') return <Sure key={i} {...props} />;
        if (line.result === 'ambiguous') return <Choice key={i} {...props} />;
        return (
          <Text key={i} className="group-line group-second">
            {line.raw}
          </Text>
        );
      }}
    </ReadLines>
  );
}

interface LineProps {
  line: Line;
  chosen: string | null;
  onPick: (unitId: string | null) => void;
}

function Sure({ line, chosen, onPick }: LineProps) {
  const [unit] = line.candidates;
  if (!unit) return null;
  const words = (
    <View>
      <Text>{unit.unitName}</Text>
      <Text className="group-second">{line.raw}</Text>
      <Text className="group-second">{standingWords(unit)}</Text>
    </View>
  );
  return (
    <View className="group-line">
      {markable(unit) ? (
        <Check checked={chosen === unit.unitId} onChange={(on) => onPick(on ? unit.unitId : null)}>
          {words}
        </Check>
      ) : (
        words
      )}
    </View>
  );
}

function Choice({ line, chosen, onPick }: LineProps) {
  return (
    <View className="group-line">
      <Text>
        第{line.line}行：{line.raw}
      </Text>
      <View className="chips">
        {line.candidates.filter(markable).map((unit) => {
          const on = unit.unitId === chosen;
          return (
            <Press
              key={unit.unitId}
              className={`chip ${on ? 'on' : ''}`}
              onPress={() => onPick(on ? null : unit.unitId)}
            >
              <Text>
                {on ? '✓ ' : ''}
                {unit.unitName}（{unit.region}，{unit.person}）
              </Text>
            </Press>
          );
        })}
      </View>
      {line.candidates
        .filter((unit) => unit.standing !== 'missing')
        .map((unit) => (
          <Text key={unit.unitId} className="group-second">
            {unit.unitName}：{standingWords(unit)}
          </Text>
        ))}
    </View>
  );
}

const standingWords = ({ standing, person }: Candidate): string =>
  ({
    missing: `联络员 ${person}`,
    other: `联络员是${person}，这一行像是别人，可能是前任，请看清再选`,
    in: `${person}已记为进群`,
    nobody: '还没有联络员，先登记再标记',
    outside: '不在这个组，不标记',
  })[standing];
