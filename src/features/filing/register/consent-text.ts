import { consentTexts } from '@contract/consent';
import { CONSENT_VERSION } from '@contract/filing';

/** What a person agrees to today. */
export const consentText = consentTexts[CONSENT_VERSION];
