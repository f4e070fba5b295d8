import { seatContract } from '@contract/seat';
import { feature } from '../../kit/serve';
import { accept } from './actions/accept';
import { endProxy } from './actions/end-proxy';
import { lend } from './actions/lend';
import { proxies } from './actions/proxies';
import { proxy } from './actions/proxy';
import { proxyCode } from './actions/proxy-code';
import { vacate } from './actions/vacate';
import { seatPolicy } from './policy';

export const seat = feature({
  contract: seatContract,
  policy: seatPolicy,
  acts: {
    'seat.vacate': vacate,
    'seat.lend': lend,
    'seat.proxyCode': proxyCode,
    'seat.proxy': proxy,
    'seat.accept': accept,
    'seat.proxies': proxies,
    'seat.endProxy': endProxy,
  },
});
