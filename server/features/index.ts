import type { Feature } from '../kit/serve';
import { check } from './check';
import { code } from './code';
import { digest } from './digest';
import { directory } from './directory';
import { file } from './file';
import { filing } from './filing';
import { group } from './group';
import { handover } from './handover';
import { home } from './home';
import { me } from './me';
import { notice } from './notice';
import { office } from './office';
import { outbox } from './outbox';
import { privacy } from './privacy';
import { record } from './record';
import { seat } from './seat';
import { staff } from './staff';
import { unit } from './unit';

/** Features of the function `api`; with `documentFeatures` every one of the contract, a test holds them against it. */
export const features: Feature[] = [
  me,
  office,
  unit,
  code,
  file,
  filing,
  notice,
  outbox,
  directory,
  home,
  handover,
  seat,
  record,
  staff,
  privacy,
  check,
  group,
  digest,
];
