import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { rosterKinds, type Decision, type RosterKind } from '@contract/roster';
import { Button } from '@/components/button';
import { Paged } from '@/components/paged';
import { Async, Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { role } from '@/lib/device/a11y';
import { usePages } from '@/lib/use-pages';
import { PlanRow } from './plan-row';
import type { OneImport } from './words';

interface Props {
  one: OneImport;
  reload: () => Promise<void>;
  onColumns: () => void;
  /** The import was confirmed. */
  onBegin: () => void;
}

const kinds = Object.keys(rosterKinds) as RosterKind[];

/** What the import would do, row by row; nothing is written before the last tap. */
export function PlanStep({ one, reload, onColumns, onBegin }: Props) {
  const { importId, counts, version, mapping, defaults } = one;
  const [kind, setKind] = useState<RosterKind>(
    () =>
      kinds.find((each) => each === 'suspect' && counts?.suspect) ??
      kinds.find((each) => counts?.[each]) ??
      'new',
  );
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const decided = Object.keys(chosen).length;
  const doing = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault('');
    try {
      await work();
      await reload();
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const decide = () =>
    doing(async () => {
      const earlier = one.decisions.filter(({ row }) => !(row in chosen));
      const decisions: Decision[] = [...earlier, ...Object.entries(chosen).map(([row, as]) => ({ row, as }))];
      await change('roster.plan', { importId, sheets: mapping ?? [], defaults, decisions });
    });
  // Six do not fit beside each other on a phone.
  const shown = kinds.filter((each) => counts?.[each] || each === kind);
  const work = (counts?.new ?? 0) + (counts?.changed ?? 0);
  const start = async () => {
    const waiting = (counts?.suspect ?? 0) + (counts?.wrong ?? 0);
    const rest = waiting > 0 ? `另有${waiting}行疑似重复或有误，不导入，可以下载。` : '';
    if (
      !version ||
      !(await confirm(
        '确认导入',
        `新增${counts?.new ?? 0}家、变更${counts?.changed ?? 0}家单位。${rest}24小时内可以撤销。`,
        '导入',
      ))
    )
      return;
    onBegin();
    await doing(() => change('roster.commit', { importId, version }));
  };
  return (
    <>
      <Tabs
        value={kind}
        tabs={
          Object.fromEntries(
            shown.map((each) => [each, `${rosterKinds[each]} ${counts?.[each] ?? 0}`]),
          ) as Record<RosterKind, string>
        }
        onChange={setKind}
      />
      <Rows
        key={kind}
        importId={importId}
        version={version}
        kind={kind}
        chosen={chosen}
        onChoose={(row, as) => setChosen({ ...chosen, [row]: as })}
      />
      <View {...role('alert')}>{fault && <Text className="roster-fault">{fault}</Text>}</View>
      <View className="roster-foot">
        {decided > 0 ? (
          <Button wide busy={busy} onPress={() => void decide()}>
            {`按我选的${decided}处重新核对`}
          </Button>
        ) : (
          <Button wide busy={busy} disabled={work === 0} onPress={() => void start()}>
            {work === 0
              ? '没有需要导入的行'
              : `确认导入：新增${counts?.new ?? 0}，变更${counts?.changed ?? 0}`}
          </Button>
        )}
        <Button kind="plain" wide disabled={busy} onPress={onColumns}>
          返回改各列内容
        </Button>
      </View>
    </>
  );
}

interface RowsProps {
  importId: string;
  version: string | null;
  kind: RosterKind;
  chosen: Record<string, string>;
  onChoose: (row: string, as: string) => void;
}

const EMPTY: Record<RosterKind, [string, string]> = {
  new: ['没有新增的单位', '名册里的单位都已在册。'],
  changed: ['没有变更', '名册与单位档案一致的列在“无变化”。'],
  unchanged: ['没有无变化的行', '与单位档案一致的行会列在这里。'],
  suspect: ['没有疑似重复', '名称相近、同一单位写了两行的会列在这里，由您决定。'],
  wrong: ['没有有误的行', '缺项或看不明白的行会列在这里，并说明原因。'],
  skipped: ['没有不导入的行', '您选择不导入的、完全重复的行会列在这里。'],
};

function Rows({ importId, version, kind, chosen, onChoose }: RowsProps) {
  const query = usePages('roster.rows', version ? { importId, kind } : null);
  const [title, how] = EMPTY[kind];
  return (
    <Async query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={title} how={how} />
        ) : (
          <Paged query={query} words="再看50行">
            {(page) =>
              page.rows.map((row) => (
                <PlanRow
                  key={row.key}
                  row={row}
                  chosen={chosen[row.key]}
                  onChoose={(as) => onChoose(row.key, as)}
                />
              ))
            }
          </Paged>
        )
      }
    </Async>
  );
}
