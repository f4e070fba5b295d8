import { View } from '@tarojs/components';
import { DecideFoot, DecideView } from './decide-view';
import { useDeciding } from './deciding';
import './record.scss';

/** A request in the right pane, its buttons in sight. */
export function DecidePane({ correctionId, onDecided }: { correctionId: string; onDecided: () => void }) {
  const deciding = useDeciding(correctionId, onDecided);
  const { data, error } = deciding.query;
  return (
    <>
      <DecideView deciding={deciding} />
      {data?.state === 'submitted' && !error && (
        <View className="record-dock">
          <DecideFoot asked={data} deciding={deciding} />
        </View>
      )}
    </>
  );
}
