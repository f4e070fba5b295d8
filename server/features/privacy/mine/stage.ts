import type { Person } from '../../../stores/people';
import type { Line } from '../words';

export interface Section {
  title: string;
  rows: Line[];
}

/** One kind of what is kept, read page by page; `next` null: no more of this kind. */
export type Stage = (
  person: Person,
  cursor: string | undefined,
) => Promise<{ sections: Section[]; next: string | null }>;
