import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NOW } from '../../support/cloud';
import { bundleDir } from './bundle';
import { findAll, findOne, type Wanted } from './find';
import { ShownPage, type PageConfig } from './page';
import { PageStack, parseUrl } from './routes';
import { makeSandbox, type Sandbox } from './sandbox';
import { readTemplates } from './templates';
import type { ViewNode } from './tree';
import { instancesOf, makeWx } from './world';
import type { CloudApis } from './wx/cloud';
import { makeCanvas } from './wx/canvas';
import { Files } from './wx/files';
import { Interface } from './wx/interface';
import { Network } from './wx/network';
import type { Stored } from './wx/storage';
import type { Screen } from './wx/system';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
}

export interface PhoneOptions {
  openid: string;
  /** Where it starts: a tab, or the page of a card in a group. */
  url?: string;
  /** WeChat's number of how it was opened: 1001 from the list, 1008 from a card in a group, 1047 by a code. */
  scene?: number;
  stored?: Stored;
  files?: Files;
  offline?: boolean;
  screen?: Screen;
  /** What this phone's clock says at the start. */
  now?: string;
}

const SETTLE_MS = 20_000;
/** An animation that never ends does not hold a test once nothing is on the way. */
const ANIMATION_MS = 1500;
const TICK_MS = 4;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
type Hook = (...words: unknown[]) => unknown;

/** One running mini-program: the real bundle's logic layer, on a phone of ours. */
export class Phone {
  readonly stored: Stored;
  readonly files: Files;
  readonly network = new Network();
  readonly face = new Interface();
  readonly canvas: ReturnType<typeof makeCanvas>;
  /** What went wrong in the bundle; `usePhones` fails a test on any. */
  readonly errors: string[] = [];
  readonly setData: { route: string; bytes: number }[] = [];
  private readonly cloud: CloudApis;
  private readonly sandbox: Sandbox;
  private readonly stack: PageStack;
  private readonly app: Record<string, unknown> = {};
  private readonly configs = new Map<string, PageConfig>();
  private readonly startedAt = Date.now();
  private readonly launch: Record<string, unknown>;
  private loading: ((config: PageConfig) => void) | undefined;
  private waiting = 0;
  private skipped = 0;

  constructor(readonly options: PhoneOptions) {
    this.stored = options.stored ?? new Map<string, string>();
    this.files = options.files ?? new Files();
    this.canvas = makeCanvas(this.files);
    if (options.offline === true) this.network.switch(false);
    const json = JSON.parse(readFileSync(path.join(bundleDir, 'app.json'), 'utf8')) as AppJson;
    const subs = [...(json.subPackages ?? []), ...(json.subpackages ?? [])];
    const pages = [
      ...json.pages,
      ...subs.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
    ];
    const tabs = (json.tabBar?.list ?? []).map(({ pagePath }) => pagePath);
    this.stack = new PageStack((place) => this.makePage(place.route, place.query), pages, tabs);
    const { route, query } = parseUrl(options.url ?? `/${pages[0] ?? ''}`);
    this.launch = {
      path: route,
      query,
      scene: options.scene ?? 1001,
      referrerInfo: {},
      shareTicket: undefined,
    };
    const { wx, cloud } = makeWx({
      openid: options.openid,
      stored: this.stored,
      files: this.files,
      network: this.network,
      face: this.face,
      canvas: this.canvas,
      screen: options.screen ?? { width: 375, height: 812 },
      launch: this.launch,
      routes: this.stack.apis,
      later: this.later,
      onError: this.fail,
      missing: (name) => void this.errors.push(`wx.${name} has no stand-in`),
    });
    this.cloud = cloud;
    const start = Date.parse(options.now ?? NOW);
    this.sandbox = makeSandbox({
      dir: bundleDir,
      now: () => start + (Date.now() - this.startedAt) + this.skipped,
      onError: this.fail,
      globals: {
        wx,
        console: this.console(),
        App: (app: object) => void Object.setPrototypeOf(this.app, app),
        Page: (config: PageConfig) => this.loading?.(config),
        Component: () => undefined,
        Behavior: () => undefined,
        getApp: () => this.app,
        getCurrentPages: () => instancesOf(this.stack.all()),
        requirePlugin: (name: string) => this.fail(new Error(`requirePlugin(${name})`)),
      },
    });
  }

  private readonly fail = (error: unknown): void => {
    this.errors.push(
      error instanceof Error || (error as Error | null)?.stack
        ? String((error as Error).stack)
        : String(error),
    );
  };

  private console() {
    const loud =
      (level: string) =>
      (...words: unknown[]) =>
        void this.errors.push(`console.${level}: ${words.map(String).join(' ')}`);
    const quiet = () => undefined;
    return {
      log: quiet,
      info: quiet,
      debug: quiet,
      group: quiet,
      groupEnd: quiet,
      error: loud('error'),
      warn: loud('warn'),
    };
  }

  private readonly later = (run: () => void): void => {
    this.waiting += 1;
    setTimeout(() => {
      this.waiting -= 1;
      try {
        run();
      } catch (error) {
        this.fail(error);
      }
    });
  };

  private makePage(route: string, query: Record<string, string>): ShownPage {
    let config = this.configs.get(route);
    if (config === undefined) {
      this.loading = (loaded) => this.configs.set(route, loaded);
      this.sandbox.require(route);
      this.loading = undefined;
      config = this.configs.get(route);
      if (config === undefined) throw new Error(`${route} never called Page()`);
    }
    const onSetData = (at: string, bytes: number) => void this.setData.push({ route: at, bytes });
    return new ShownPage(route, query, config, {
      templates: readTemplates(bundleDir),
      later: this.later,
      onSetData,
    });
  }

  /** Starts the app and opens its first page. */
  async start(): Promise<this> {
    this.sandbox.require('app');
    for (const hook of ['onLaunch', 'onShow'])
      (this.app[hook] as Hook | undefined)?.call(this.app, this.launch);
    this.stack.open(this.options.url ?? `/${String(this.launch.path)}`);
    await this.settle();
    return this;
  }

  /** The page in front. */
  get page(): ShownPage {
    return this.stack.top;
  }

  get text(): string {
    return this.page.text;
  }

  /** Actions called so far. */
  get calls(): string[] {
    return this.cloud.calls;
  }

  find = (wanted: Wanted): ViewNode => findOne(this.page.root, wanted);
  has = (wanted: Wanted): boolean => findAll(this.page.root, wanted).length > 0;

  async tap(wanted: Wanted): Promise<void> {
    const node = this.find(wanted);
    if ([...node.up()].some(({ disabled }) => disabled)) throw new Error(`disabled:\n${node.outline()}`);
    this.page.send(node, 'tap', { x: 10, y: 10 }, true);
    await this.settle();
  }

  /** Types into a field and leaves it. */
  async type(wanted: Wanted, value: string): Promise<void> {
    const node = this.find(wanted);
    const field = [...node.all()].find(({ tag }) => tag === 'input' || tag === 'textarea') ?? node;
    this.page.send(field, 'input', { value, cursor: value.length });
    if (field.hears('blur')) this.page.send(field, 'blur', { value });
    await this.settle();
  }

  /** Taps a tab of the tab bar, by its path. */
  async tab(url: string): Promise<void> {
    await this.go('switchTab', url);
  }

  async back(): Promise<void> {
    await this.go('navigateBack');
  }

  /** Does what WeChat does when something outside the page opens another. */
  async go(api: string, url?: string): Promise<void> {
    await this.stack.apis[api]?.({ ...(url === undefined ? {} : { url }) });
    await this.settle();
  }

  async switchNetwork(on: boolean): Promise<void> {
    this.network.switch(on);
    await this.settle();
  }

  /** Moves this phone's clock. */
  pass(ms: number): void {
    this.skipped += ms;
  }

  /** Waits until nothing is on the way: no call, no answer, no short timer. */
  async settle(): Promise<void> {
    const from = Date.now();
    for (let quiet = 0; quiet < 3;) {
      await wait(TICK_MS);
      const busy = this.cloud.inFlight() > 0 || this.waiting > 0;
      const animated = this.sandbox.pending() > 0 && Date.now() - from < ANIMATION_MS;
      quiet = busy || animated ? 0 : quiet + 1;
      if (Date.now() - from > SETTLE_MS)
        throw new Error(`${this.page.route} never comes to rest\n${this.text}`);
    }
  }

  /** Swiped away: nothing of it runs any more; what is stored stays. */
  kill(): void {
    this.sandbox.dispose();
  }

  /** The same phone with the mini-program not yet started again. */
  reborn(over: Partial<PhoneOptions> = {}): Phone {
    this.kill();
    this.files.restart();
    const { stored, files } = this;
    return new Phone({ ...this.options, offline: !this.network.on, stored, files, ...over });
  }
}
