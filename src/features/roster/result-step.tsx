import { useEffect, useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { deliver } from '@/lib/device/deliver';
import { role } from '@/lib/device/a11y';
import { replace } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import type { OneImport } from './words';

type Progress = Output<'roster.commit'>;
const running = (state: Progress['state']): boolean => state === 'committing' || state === 'undoing';

interface Props {
  one: OneImport;
  /** Confirmed on this page just now. */
  begun: boolean;
  reload: () => Promise<void>;
}

/** Progress while it runs, slice by slice; then what was done, what was not, and the way back. */
export function ResultStep({ one, begun, reload }: Props) {
  const { importId, version, undoUntil } = one;
  const [progress, setProgress] = useState<Progress>(one.progress);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const open = useRef(true);
  useEffect(() => () => void (open.current = false), []);
  const guarded = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault('');
    try {
      await work();
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const drive = (act: 'roster.commit' | 'roster.undo') =>
    guarded(async () => {
      for (let going = true; going && open.current;) {
        const next =
          act === 'roster.commit'
            ? await change(act, { importId, version: version ?? '' })
            : await change(act, { importId });
        setProgress(next);
        going = running(next.state);
      }
      await reload();
    });
  useEffect(() => {
    if (begun && progress.state === 'committing') void drive('roster.commit');
    // Only where it begins: what stops later is gone on with by hand.
  }, []);
  const undo = async () => {
    if (await confirm('撤销这次导入', '恢复导入前的内容；导入后又有人改过的单位保持现状。', '撤销'))
      await drive('roster.undo');
  };
  const rejects = () => guarded(async () => deliver(await change('roster.rejects', { importId })));
  const { state, done, total, left, leftCount } = progress;
  const counts = one.counts;
  const returned =
    (counts?.wrong ?? 0) +
    (counts?.suspect ?? 0) +
    (counts?.skipped ?? 0) +
    (state === 'done' ? leftCount : 0);
  return (
    <>
      {running(state) && (
        <Card title={titleOf(state, busy)}>
          <View className="roster-bar" {...role('status')} aria-label={`已完成${done}，共${total}`}>
            <View
              className="roster-bar-done"
              style={{ width: `${total ? Math.round((done / total) * 100) : 0}%` }}
            />
          </View>
          <Text className="roster-words">
            已处理 {done} / {total} 家。
            {busy ? '中途关闭也不要紧，回来点“继续”即可。' : '点下面的按钮从停下的地方接着做，不会重复。'}
          </Text>
          <Button
            wide
            busy={busy}
            onPress={() => void drive(state === 'committing' ? 'roster.commit' : 'roster.undo')}
          >
            {state === 'committing' ? '继续导入' : '继续撤销'}
          </Button>
        </Card>
      )}
      {!running(state) && <Done progress={progress} unchanged={counts?.unchanged ?? 0} />}
      {left.length > 0 && (
        <Card title={state === 'undone' ? `没有撤销的（${leftCount}）` : `没有写入的（${leftCount}）`}>
          {left.map(({ name, reason }, i) => (
            <Row key={i} title={name} note={reason} />
          ))}
          {leftCount > left.length && (
            <Text className="roster-words">其余{leftCount - left.length}家请下载查看。</Text>
          )}
        </Card>
      )}
      <View {...role('alert')}>{fault && <Text className="roster-fault">{fault}</Text>}</View>
      <View className="roster-foot">
        {returned > 0 && (
          <Button kind="plain" wide disabled={busy} onPress={() => void rejects()}>
            {`下载没有导入的${returned}行（注明原因）`}
          </Button>
        )}
        {state === 'done' && undoUntil && (
          <>
            <Button kind="danger" wide busy={busy} onPress={() => void undo()}>
              撤销这次导入
            </Button>
            <Text className="roster-rule">{showAt(undoUntil)} 前可以撤销。</Text>
          </>
        )}
        {state === 'done' && !undoUntil && (
          <Text className="roster-rule">导入已超过24小时，不能再撤销；要改请到单位档案里修改。</Text>
        )}
        {!running(state) && (
          <Button kind="plain" wide onPress={() => replace('roster.import')}>
            导入别的名册
          </Button>
        )}
      </View>
    </>
  );
}

function titleOf(state: Progress['state'], busy: boolean): string {
  if (state === 'committing') return busy ? '正在导入' : '导入没有完成';
  return busy ? '正在撤销' : '撤销没有完成';
}

function Done({
  progress: { state, added, changed, restored, removed },
  unchanged,
}: {
  progress: Progress;
  unchanged: number;
}) {
  const figures: [string, number][] =
    state === 'undone'
      ? [
          ['恢复原样', restored],
          ['移除新增', removed],
        ]
      : [
          ['新增', added],
          ['变更', changed],
          ['无变化', unchanged],
        ];
  return (
    <Card title={state === 'undone' ? '已撤销' : '导入完成'}>
      <View className="roster-figures">
        {figures.map(([words, figure]) => (
          <View key={words} className="roster-figure">
            <Text className="roster-number">{figure}</Text>
            <Text className="roster-second">{words}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}
