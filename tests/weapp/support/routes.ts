import type { ShownPage } from './page';
import { WxFailure, type Options } from './wx/answer';

const STACK_MAX = 10;

interface Place {
  route: string;
  query: Record<string, string>;
}

/** `/features/notice/detail/index?id=1` → route and query; values stay as written, as in WeChat. */
export function parseUrl(url: string, from?: string): Place {
  const [file = '', words = ''] = url.split('?');
  const base = file.startsWith('/') || from === undefined ? [] : from.split('/').slice(0, -1);
  const parts = [...base];
  for (const part of file.split('/').filter(Boolean)) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const pairs = words.split('&').filter(Boolean);
  const split = (pair: string): [string, string] => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  };
  return { route: parts.join('/'), query: Object.fromEntries(pairs.map(split)) };
}

/** The stack of pages, with WeChat's rules: tab pages stay, ten pages at most, a wrong way fails. */
export class PageStack {
  private pages: ShownPage[] = [];
  private readonly tabs = new Map<string, ShownPage>();

  constructor(
    private readonly make: (place: Place) => ShownPage,
    private readonly pagePaths: string[],
    private readonly tabPaths: string[],
  ) {}

  all = (): ShownPage[] => this.pages;

  get top(): ShownPage {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  private place(api: string, url: unknown): Place {
    const place = parseUrl(String(url), this.pages.at(-1)?.route);
    if (!this.pagePaths.includes(place.route)) throw new WxFailure(api, `page "${place.route}" is not found`);
    return place;
  }

  private enter(place: Place): void {
    const page = this.make(place);
    this.pages.push(page);
    page.hook('onLoad', place.query);
    page.hook('onShow');
    page.hook('onReady');
  }

  private notTab(api: string, place: Place): void {
    if (this.tabPaths.includes(place.route)) throw new WxFailure(api, 'can not navigate to a tabbar page');
  }

  private drop(page: ShownPage): void {
    page.hook('onUnload');
    this.tabs.delete(page.route);
  }

  /** The first page of a start; a tab page or not. */
  open(url: string): void {
    const place = this.place('launch', url);
    this.enter(place);
    if (this.tabPaths.includes(place.route)) this.tabs.set(place.route, this.top);
  }

  close(): void {
    for (const page of this.pages.splice(0)) page.hook('onUnload');
  }

  apis: Record<string, (options: Options) => unknown> = {
    navigateTo: ({ url }) => {
      const place = this.place('navigateTo', url);
      this.notTab('navigateTo', place);
      if (this.pages.length >= STACK_MAX) throw new WxFailure('navigateTo', 'webview count limit exceed');
      this.top.hook('onHide');
      this.enter(place);
    },
    redirectTo: ({ url }) => {
      const place = this.place('redirectTo', url);
      this.notTab('redirectTo', place);
      const before = this.pages.pop();
      if (before) this.drop(before);
      this.enter(place);
    },
    reLaunch: ({ url }) => {
      const place = this.place('reLaunch', url);
      for (const page of this.pages.splice(0).reverse()) this.drop(page);
      this.open(
        `/${place.route}?${Object.entries(place.query)
          .map((pair) => pair.join('='))
          .join('&')}`,
      );
    },
    switchTab: ({ url }) => {
      const place = this.place('switchTab', url);
      if (!this.tabPaths.includes(place.route))
        throw new WxFailure('switchTab', 'can not switch to no-tabBar page');
      if (this.top.route === place.route) return;
      for (const page of this.pages.splice(0).reverse()) {
        if (this.tabs.get(page.route) === page) page.hook('onHide');
        else page.hook('onUnload');
      }
      const kept = this.tabs.get(place.route);
      if (kept === undefined) return this.open(`/${place.route}`);
      this.pages.push(kept);
      kept.hook('onShow');
    },
    navigateBack: ({ delta }) => {
      const steps = Math.min(Number(delta ?? 1), this.pages.length - 1);
      if (steps < 1) throw new WxFailure('navigateBack', 'cannot navigate back at first page.');
      for (const page of this.pages.splice(-steps).reverse()) this.drop(page);
      this.top.hook('onShow');
    },
  };
}
