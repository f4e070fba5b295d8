import type { Contact } from '@contract/unit';
import { sha256 } from './hash';

/** Names one contact of a unit: of its kind, name and number, so a list changed meanwhile never gives another's. */
export const contactKey = ({ kind, name, phone }: Pick<Contact, 'kind' | 'name' | 'phone'>): string =>
  sha256(`${kind}|${name}|${phone}`).slice(0, 16);
