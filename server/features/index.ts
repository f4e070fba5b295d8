import type { Feature } from '../kit/serve';
import { code } from './code';
import { directory } from './directory';
import { file } from './file';
import { filing } from './filing';
import { home } from './home';
import { me } from './me';
import { notice } from './notice';
import { office } from './office';
import { unit } from './unit';

/** Every feature served; a test holds this against the contract. */
export const features: Feature[] = [me, office, unit, code, file, filing, notice, directory, home];
