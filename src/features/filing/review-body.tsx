import { Async } from '@/components/states';
import { RefusePanel, ReturnPanel } from './review-panels';
import { ReviewView } from './review-view';
import type { Reviewing } from './reviewing';

/** The registration, or in its place what is being written about it. */
export function ReviewBody({ reviewing }: { reviewing: Reviewing }) {
  return (
    <Async query={reviewing.query}>
      {(sent) => (
        <>
          {reviewing.mode === 'return' && <ReturnPanel sent={sent} reviewing={reviewing} />}
          {reviewing.mode === 'refuse' && <RefusePanel reviewing={reviewing} />}
          {reviewing.mode === 'look' && <ReviewView sent={sent} reviewing={reviewing} />}
        </>
      )}
    </Async>
  );
}
