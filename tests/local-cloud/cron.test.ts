import { matchesCron, parseCron } from '../../local-cloud/functions/cron';

/** An instant by the clock on the wall in Shanghai. */
const at = (local: string) => Date.parse(`${local}+08:00`);

test.each([
  ['0 */1 * * * * *', '2026-11-21T09:07:00', true],
  ['0 */1 * * * * *', '2026-11-21T09:07:01', false],
  ['0 0 9 * * * *', '2026-11-21T09:00:00', true],
  ['0 0 9 * * MON-FRI *', '2026-11-21T09:00:00', false],
  ['0 0 9 * * 1-5 *', '2026-11-20T09:00:00', true],
  ['0 30 8,17 * * * *', '2026-11-20T17:30:00', true],
  ['0 0 0 1 1 * 2027', '2027-01-01T00:00:00', true],
  ['0 0 0 1 * 0 *', '2026-11-22T00:00:00', true],
  ['0 0 0 1 * 0 *', '2026-12-01T00:00:00', true],
  ['0 0 0 1 * 0 *', '2026-12-02T00:00:00', false],
  ['10/20 * * * * * *', '2026-12-02T00:00:50', true],
])('%s at %s: %s', (cron, local, fires) => {
  expect(matchesCron(parseCron(cron), at(local))).toBe(fires);
});

test.each([
  '* * * * *',
  '60 * * * * * *',
  '0 0 0 0 * * *',
  'x * * * * * *',
  '0 0 0 * * 7 *',
  '*/0 * * * * * *',
])('%s is refused', (cron) => {
  expect(() => parseCron(cron)).toThrow('cron');
});
