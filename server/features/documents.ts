import type { Feature } from '../kit/serve';
import { manuscript } from './manuscript';
import { paper } from './paper';
import { report } from './report';
import { roster } from './roster';

/** Features of the function `documents`; their libraries are too heavy for `api` (decision D5). */
export const documentFeatures: Feature[] = [roster, paper, report, manuscript];
