import { consentTextOf, consentTexts } from '@contract/consent';
import { CONSENT_VERSION } from '@contract/filing';
import { contract } from '@contract/index';
import { erasureDrops, erasureKeeps, keptFields } from '@contract/privacy';
import { sha256 } from '@server/kit/hash';
import { dueOnOf } from '@server/features/privacy/due';
import { actionWords } from '@server/features/privacy/words';

describe('texts somebody agreed to', () => {
  it('the text of today is in the archive, and one that is not is told apart', () => {
    expect(Object.keys(consentTexts)).toContain(CONSENT_VERSION);
    expect(consentTextOf('2020-01', '协会')).toBeNull();
    expect(consentTextOf('toString', '协会')).toBeNull();
  });

  /** A changed text is a new version: whoever agreed to the old one agreed to nothing else. */
  it.each([
    ['2026-11', 'f74e9d91e2f8741800611881dcc0d501318de4e94f21980e7ff99abcfc4902f9'],
    ['2026-12', '6cc4c2b5e9cd728230f33da41a1210a4303b562d4406f6d60de67680a6dbd7a9'],
    ['2027-01', '35eaee47b6b65965ea05b80d0d1857bdf2111ee9cda6abf408054428ef68afa2'],
  ])('version %s is as it was agreed to', (version, hash) => {
    expect(sha256(JSON.stringify(consentTextOf(version, '协会')))).toBe(hash);
  });
});

it.each(Object.keys(contract))('%s is told in Chinese in the record of deeds', (action) => {
  expect(actionWords(action)).toMatch(/^[\u4e00-\u9fff]+ · [\u4e00-\u9fff]+$/);
  expect(actionWords(action)).not.toContain('其他');
});

it('what is said to stay is what stays', () => {
  const said = erasureKeeps.map(([what]) => what).join();
  for (const word of ['姓名', '单位', '职务']) expect(said).toContain(word);
  expect(keptFields).toEqual(['unitName', 'name', 'position']);
  expect(erasureDrops.join()).not.toMatch(/姓名|单位、职务/);
});

it.each([
  // A Monday; half past midnight of it in Shanghai; the Saturday before.
  ['2026-11-23T01:00:00Z', '2026-12-14'],
  ['2026-11-22T16:30:00Z', '2026-12-14'],
  ['2026-11-21T01:00:00Z', '2026-12-11'],
])('a request of %s is decided by %s', (at, dueOn) => {
  expect(dueOnOf(new Date(at), 15)).toBe(dueOn);
});
