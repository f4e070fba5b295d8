import { chambers } from './chambers';

describe('B: Chengdu machinery chamber', () => chambers('chengdu-machinery', '商会'));
