import { readFileSync } from 'node:fs';
import { desk, phone, visit, type Size, type Visitor } from './browser';

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

/** The sizes a page is looked at in, one after the other in the same window; the large text comes with a new start. */
const sizes: [name: string, size: Size][] = [
  ['375 px', phone],
  ['414 px', { width: 414, height: 896 }],
  ['1280 px', desk],
];

/** A page says `wide` from here on (src/lib/use-window.ts). */
const WIDE = 768;

/** Pages looked at side by side. */
const WINDOWS = 2;

/** Serious accessibility faults of pages in three sizes and with large text, and what hangs over the edge. */
export async function look<Who extends string>(
  people: Record<Who, string>,
  places: Places<Who>,
): Promise<string[]> {
  const found: string[] = [];
  const left = [...places];
  const walk = async () => {
    for (let place = left.shift(); place; place = left.shift())
      found.push(...(await lookAt(people[place[0]], place[1], place[2])));
  };
  await Promise.all(Array.from({ length: WINDOWS }, walk));
  return found;
}

async function lookAt(openid: string, place: string, words: string | RegExp): Promise<string[]> {
  const found: string[] = [];
  const visitor = await visit(openid, place);
  const { page, context } = visitor;
  for (const [name, size] of sizes) {
    await page.setViewportSize(size);
    await page.locator(size.width < WIDE ? '.page:not(.wide)' : '.page.wide').waitFor();
    found.push(...(await faults(visitor, words)).map((fault) => `${place} at ${name}: ${fault}`));
  }
  await page.setViewportSize(phone);
  await page.evaluate((key) => localStorage.setItem(key, 'true'), `${openid}|large-text`);
  await page.reload();
  await page.locator('.page.large:not(.wide)').waitFor();
  found.push(...(await faults(visitor, words)).map((fault) => `${place} with large text: ${fault}`));
  await context.close();
  return found;
}

async function faults({ page, sees }: Visitor, words: string | RegExp): Promise<string[]> {
  await sees(words);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async () =>
      (
        await (
          window as unknown as { axe: { run: (o: object) => Promise<{ violations: Violation[] }> } }
        ).axe.run({
          runOnly: ['wcag2a', 'wcag2aa'],
          resultTypes: ['violations'],
        })
      ).violations,
  );
  const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`),
    ...(over > 0 ? [`${over} px too wide`] : []),
  ];
}
