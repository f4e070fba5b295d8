import { presets } from '@contract/policy/presets';
import { chambers } from './chambers';

describe('C: Taizhou car dealers, as B', () => {
  chambers('taizhou-cars', '协会');

  it('asks what B asks, under its own name', () => {
    const [b, c] = [presets['chengdu-machinery'], presets['taizhou-cars']];
    expect(c.filing).toEqual(b.filing);
    expect(c.seats).toEqual(b.seats);
    expect(c.hosts[0]?.name).toBe('泰州市汽车流通行业协会');
  });
});
