import { tick } from '@server/features/notice/tick';
import { serveTimer } from '@server/kit/serve-timer';

/** The one timer of the product, each minute (decision D5): finishes publications, recounts what changed. */
export const main = serveTimer([tick]);
