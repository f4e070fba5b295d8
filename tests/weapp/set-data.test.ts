import { SET_DATA_KB } from '../../scripts/bench/set-data';
import { usePhones } from './support';
import { walk } from './support/walk';

usePhones();

test('no page on the path is sent more than 64 KB at once, with 420 units', async () => {
  const { largest, errors } = await walk(420);
  expect(errors).toEqual([]);
  expect(largest.length).toBeGreaterThan(8);
  expect(largest.filter(({ bytes }) => bytes > SET_DATA_KB * 1024)).toEqual([]);
}, 600_000);
