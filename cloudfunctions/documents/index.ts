import { documentFeatures } from '@server/features/documents';
import { serve } from '@server/kit/serve';

/** Word, Excel and zip in and out: what needs heavy libraries (decision D5). */
export const main = serve(documentFeatures);
