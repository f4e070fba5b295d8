import { showClock } from '@/lib/show-time';

const now = Date.parse('2026-11-23T01:00:00.000Z'); // Monday 09:00 in Shanghai

test.each([
  ['today', '2026-11-22T23:12:00.000Z', '07:12'],
  ['yesterday', '2026-11-22T01:12:00.000Z', '11月22日 09:12'],
  ['late yesterday, already today in UTC', '2026-11-22T15:59:00.000Z', '11月22日 23:59'],
  ['last year', '2025-12-30T01:12:00.000Z', '2025年12月30日 09:12'],
])('the age of what is shown: %s', (_, iso, shown) => expect(showClock(Date.parse(iso), now)).toBe(shown));
