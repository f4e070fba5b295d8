import { readFileSync } from 'node:fs';
import { desk, visit, type Size } from './browser';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Who opens which page, and words that stand on it when it is there. */
export type Places<Who extends string> = readonly (readonly [
  who: Who,
  place: string,
  words: string | RegExp,
])[];

/** Serious accessibility faults of pages, and what hangs over the edge. */
export async function look<Who extends string>(
  people: Record<Who, string>,
  places: Places<Who>,
  size: Size,
  large: boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const [who, place, words] of places) {
    const visitor = await visit(people[who], place, size);
    if (large) {
      await visitor.page.evaluate((key) => localStorage.setItem(key, 'true'), `${people[who]}|large-text`);
      await visitor.page.reload();
    }
    await visitor.sees(words);
    await visitor.page.evaluate(axe);
    const violations = await visitor.page.evaluate(
      async () =>
        (
          await (
            window as unknown as { axe: { run: (o: object) => Promise<{ violations: Violation[] }> } }
          ).axe.run({
            runOnly: ['wcag2a', 'wcag2aa'],
          })
        ).violations,
    );
    const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
    found.push(...serious.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`));
    const over = await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) found.push(`${place}: ${over} px too wide`);
    await visitor.context.close();
  }
  return found;
}

/** The sizes a page is looked at in. */
export const sizes: [name: string, size: Size, large: boolean][] = [
  ['375 px', { width: 375, height: 812 }, false],
  ['375 px with large text', { width: 375, height: 812 }, true],
  ['414 px', { width: 414, height: 896 }, false],
  ['1280 px', desk, false],
];
