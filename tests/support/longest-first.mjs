import sequencer from '@jest/test-sequencer';

/** Files that take a minute or half of one alone: begun late, one of them would run on when all others are done. */
const LONGEST = [
  'journeys/face.test.ts',
  'journeys/face-notice.test.ts',
  'weapp/pages.test.ts',
  'journeys/draft.test.ts',
  'journeys/form.test.ts',
  'journeys/whole-path.test.ts',
  'journeys/manuscript.test.ts',
  'journeys/inbox.test.ts',
  'server/seat/one-main.property.test.ts',
  'server/directory/large.test.ts',
  'server/notice/climb-kill.test.ts',
  'server/notice/publish-resume.test.ts',
  'server/outbox/kill.test.ts',
  'server/limits.test.ts',
  'server/privacy/leaks.test.ts',
  'server/notice/correct.test.ts',
  'server/notice/counters.property.test.ts',
  'server/notice/publish-large.test.ts',
];

const rank = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.endsWith(`/tests/${name}`));
  return place < 0 ? LONGEST.length : place;
};

/** Jest knows how long a file takes from an earlier run only; a fresh clone has none. */
export default class LongestFirst extends sequencer.default {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b));
  }
}
