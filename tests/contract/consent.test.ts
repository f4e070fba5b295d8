import { createHash } from 'node:crypto';
import { consentTextOf, consentTexts } from '@contract/consent';
import { CONSENT_VERSION } from '@contract/filing';

/** Texts somebody agreed to, word for word: versions share paragraphs, and none may change with another. */
const agreed: Record<string, string> = {
  '2026-11': '794963e402837450069801f372b994238ba94b0c0e49aca4ad6ea675aa913b4c',
  '2026-12': '2085f3414da1ca89f0eb7ece2917f6dbb333367146843f394620c256bfaaa330',
};

const printOf = (version: string): string =>
  createHash('sha256')
    .update(JSON.stringify(consentTextOf(version, '示例协会')))
    .digest('hex');

it.each(Object.keys(consentTexts).filter((version) => version !== CONSENT_VERSION))(
  'the text of %s stands as it was agreed to',
  (version) => expect(printOf(version)).toBe(agreed[version]),
);
