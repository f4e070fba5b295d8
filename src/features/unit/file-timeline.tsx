import { Text } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Paged } from '@/components/paged';
import { Async } from '@/components/states';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';

/** Everything that ever happened with the unit, the newest first. */
export function FileTimeline({ unitId }: { unitId: string }) {
  const query = usePages('unit.timeline', { unitId });
  return (
    <Card title="经过">
      <Async query={query}>
        {({ events }) =>
          events.length === 0 ? (
            <Text className="unit-second">这家单位还没有办理过事项。</Text>
          ) : (
            <Paged query={query} words="看更早的">
              {(page) =>
                page.events.map(({ eventId, at, line, who, filingId }) => (
                  <Row
                    key={eventId}
                    title={line}
                    note={`${who} · ${showAt(at)}`}
                    {...(filingId && { onPress: () => go('filing.review', { filingId }) })}
                  />
                ))
              }
            </Paged>
          )
        }
      </Async>
    </Card>
  );
}
