import { features } from '@server/features';
import { serve } from '@server/kit/serve';

/** Every interactive action of the mini-program (decision D5). */
export const main = serve(features);
