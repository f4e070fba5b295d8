import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../../scripts/chromium';
import { cloud, NOW } from '../../support';

/** People at real browsers in front of the built browser face; the data behind it is the local cloud of this run. */

export const phone = { width: 375, height: 812 };
export const desk = { width: 1280, height: 800 };

let browser: Browser;
let contexts: BrowserContext[] = [];
let faults: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: chromiumArgs });
});

afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  const said = faults;
  contexts = [];
  faults = [];
  expect(said).toEqual([]);
});

afterAll(() => browser.close());

export type Size = typeof phone;

/** Opens a page as that person; an error in the browser's console fails the test. */
export async function visit(
  openid: string,
  place = 'pages/home/index',
  viewport: Size = phone,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  contexts.push(context);
  await context.addInitScript((who) => {
    if (!sessionStorage.getItem('persona')) sessionStorage.setItem('persona', who);
  }, openid);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(NOW));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const lost = /Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !lost) faults.push(message.text());
  });
  await page.goto(`${cloud.url}/#/${place}`);
  return visitor(page, context);
}

/** Where a finger would land; NutUI's buttons take the tap beside their words, so no check of what lies on top. */
async function tapOn(target: Locator): Promise<void> {
  await found(target);
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  let box = await target.boundingBox();
  for (let before = ''; JSON.stringify(box) !== before;) {
    before = JSON.stringify(box);
    await target.page().waitForTimeout(120);
    box = await target.boundingBox();
  }
  if (!box) return tapOn(target);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // A toast at the centre of the screen takes the tap meant for what lies under it, and so does a sheet that is going away.
  await target.page().waitForFunction(
    ([left, top]) => {
      const over = document
        .elementFromPoint(left ?? 0, top ?? 0)
        ?.closest<HTMLElement>('.taro__toast, .taro__modal');
      return !over || (over.matches('.taro__modal') && over.style.opacity === '1');
    },
    [x, y],
  );
  await target.page().mouse.click(x, y);
}

/** Ten times what the slowest page takes on two cores. */
const FOUND_MS = 30_000;

/** Waits for it; when it does not come, a picture of what was there instead is left beside the builds. */
async function found(target: Locator, state: 'visible' | 'hidden' = 'visible'): Promise<void> {
  try {
    await target.waitFor({ state, timeout: FOUND_MS });
  } catch (error) {
    await target.page().screenshot({ path: 'dist/journey-failure.png' });
    throw error;
  }
}

export type Visitor = ReturnType<typeof visitor>;

function visitor(page: Page, context: BrowserContext) {
  /** The page on top: Taro keeps the ones below in the document. */
  const top = () => page.locator('.taro_page:visible').last();
  /** A string is part of what is said; what is tapped must be named whole. */
  const said = (words: string | RegExp, exact = false) =>
    page.getByText(words, { exact }).locator('visible=true').last();
  /** Until Taro's own element is set up it carries the placeholder itself; only what is inside it can be typed into. */
  const field = (placeholder: string) =>
    page.locator('input, textarea').and(page.getByPlaceholder(placeholder)).locator('visible=true').last();
  return {
    page,
    context,
    top,
    sees: (words: string | RegExp) => found(said(words)),
    gone: (words: string | RegExp) => found(said(words), 'hidden'),
    tap: (words: string | RegExp) => tapOn(said(words, true)),
    /** Types into the field with this placeholder. */
    type: async (placeholder: string, value: string) => {
      await found(field(placeholder));
      await field(placeholder).fill(value);
    },
    /** What stands in the field with this placeholder, once it no longer changes. */
    typed: async (placeholder: string) => {
      for (let before: string | null = null; ;) {
        const value = await field(placeholder).inputValue();
        if (value === before) return value;
        before = value;
        await page.waitForTimeout(200);
      }
    },
    /** Gives a file to the file chooser that `words` opens. */
    give: async (words: string | RegExp, files: { name: string; mimeType: string; buffer: Buffer }[]) => {
      const chooser = page.waitForEvent('filechooser');
      await tapOn(said(words, true));
      await (await chooser).setFiles(files);
    },
    /** A day or a choice: opens the picker and takes what it stands at. */
    pick: async (words: string | RegExp) => {
      await tapOn(said(words, true));
      await tapOn(page.getByText('确定').locator('visible=true').last());
      await page.waitForTimeout(400);
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    /** Nothing hangs over the right edge. */
    fits: async () =>
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0),
  };
}
