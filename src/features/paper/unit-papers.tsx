import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { filingLabels } from '@contract/rules/filing';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { change } from '@/lib/call';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import { useProducing, type Producing } from './producing';
import './paper.scss';

type Papers = Output<'paper.ofUnit'>;

/** Everything of one unit that can be printed, each with one tap. */
export function UnitPapers({ unitId }: { unitId: string }) {
  const query = useQuery('paper.ofUnit', { unitId });
  const producing = useProducing();
  return (
    <Async query={query}>
      {({ unitName, filings, corrections, handovers }) =>
        filings.length + corrections.length + handovers.length === 0 ? (
          <Empty
            title={`${unitName}还没有可以打印的材料`}
            how="联络员提交登记、变更或办理交接后，在这里打印。"
          />
        ) : (
          <>
            {filings.length > 0 && (
              <Card title={unitName}>
                {filings.map((filing) => (
                  <Filed key={filing.filingId} filing={filing} producing={producing} />
                ))}
              </Card>
            )}
            {handovers.length > 0 && (
              <Card title="交接">
                {handovers.map((handover) => (
                  <Handed key={handover.handoverId} handover={handover} producing={producing} />
                ))}
              </Card>
            )}
            {corrections.length > 0 && (
              <Card title="信息变更">
                {corrections.map((correction) => (
                  <Corrected key={correction.correctionId} correction={correction} producing={producing} />
                ))}
              </Card>
            )}
          </>
        )
      }
    </Async>
  );
}

interface ActProps {
  words: string;
  id: string;
  producing: Producing;
  make: (requestId: string) => Promise<{ url: string; name: string }>;
}

/** One document; while one is made the others wait. */
function Make({ words, id, producing: { busy, produce }, make }: ActProps) {
  const key = `${words}:${id}`;
  return (
    <Button
      kind="plain"
      busy={busy === key}
      disabled={busy !== null && busy !== key}
      onPress={() => void produce(key, make)}
    >
      {words}
    </Button>
  );
}

function Filed({ filing, producing }: { filing: Papers['filings'][number]; producing: Producing }) {
  const { filingId, name, state, numbers, submittedAt } = filing;
  const make = { id: filingId, producing };
  return (
    <View className="paper-part">
      <View className="paper-line">
        <Text className="paper-name">{name}</Text>
        <Tag tone={state === 'approved' ? 'success' : 'neutral'}>{filingLabels[state]}</Tag>
      </View>
      <Text className="paper-second">{numbers.join('、') || `${showAt(submittedAt)}提交`}</Text>
      <View className="paper-acts">
        <Make words="登记表" {...make} make={(requestId) => change('paper.form', { filingId }, requestId)} />
        <Make
          words="推荐表"
          {...make}
          make={(requestId) => change('paper.recommendation', { filingId }, requestId)}
        />
      </View>
    </View>
  );
}

function Handed({ handover, producing }: { handover: Papers['handovers'][number]; producing: Producing }) {
  const { handoverId, leaver, successor, changedOn } = handover;
  const make = { id: handoverId, producing };
  return (
    <View className="paper-part">
      <Text className="paper-name">
        {leaver} → {successor ?? '接任人未定'}
      </Text>
      <Text className="paper-second">变更日期 {changedOn}</Text>
      <View className="paper-acts">
        {successor && (
          <Make
            words="变更函"
            {...make}
            make={(requestId) => change('paper.letter', { handoverId }, requestId)}
          />
        )}
        <Make
          words="变更申报表"
          {...make}
          make={(requestId) => change('paper.change', { handoverId }, requestId)}
        />
      </View>
    </View>
  );
}

function Corrected({
  correction,
  producing,
}: {
  correction: Papers['corrections'][number];
  producing: Producing;
}) {
  const { correctionId, name, fields, submittedAt } = correction;
  return (
    <View className="paper-part">
      <Text className="paper-name">{name}</Text>
      <Text className="paper-second">
        {fields} · {showAt(submittedAt)}申报
      </Text>
      <View className="paper-acts">
        <Make
          words="变更申报表"
          id={correctionId}
          producing={producing}
          make={(requestId) => change('paper.change', { correctionId }, requestId)}
        />
      </View>
    </View>
  );
}
