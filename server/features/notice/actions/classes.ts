import type { Act } from '../../../kit/act';
import { units } from '../../../stores/units';

/** Units read in one request, the platform's most. */
const READ = 1000;

/** Classes in use; the most frequent first. */
export const classes: Act<'notice.classes'> = async () => {
  const [regions, industries, tags] = [new Tally(), new Tally(), new Tally()];
  for (let after: string | undefined; ;) {
    const found = await units.classesAfter(after, READ);
    for (const unit of found) {
      regions.add(unit.region);
      industries.add(unit.industry);
      unit.tags.forEach((tag) => tags.add(tag));
    }
    after = found[found.length - 1]?.sortKey;
    if (found.length < READ) break;
  }
  return { regions: regions.words(), industries: industries.words(), tags: tags.words() };
};

class Tally {
  readonly #counts = new Map<string, number>();

  add(word: string): void {
    if (word) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  words(): string[] {
    return [...this.#counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  }
}
