import { View } from '@tarojs/components';
import { ReviewBody } from './review-body';
import { isOpen, ReviewFoot } from './review-foot';
import { useReviewing } from './reviewing';

/** A review in the right pane, its buttons in sight. */
export function ReviewPane({ filingId, onDecided }: { filingId: string; onDecided: () => void }) {
  const reviewing = useReviewing(filingId, onDecided);
  const { data, error } = reviewing.query;
  return (
    <>
      <ReviewBody reviewing={reviewing} />
      {data && !error && isOpen(data) && (
        <View className="review-dock">
          <ReviewFoot sent={data} reviewing={reviewing} />
        </View>
      )}
    </>
  );
}
