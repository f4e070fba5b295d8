import type { Template } from './templates';
import { setPath, ViewNode, type Raw } from './tree';

/** What the bundle hands to `Page()`. */
export type PageConfig = Record<string, unknown> & { data?: unknown };
type Hook = (...words: unknown[]) => unknown;

export interface PageContext {
  templates: Map<string, Template>;
  later: (run: () => void) => void;
  onSetData: (route: string, bytes: number) => void;
}

/** A page in the stack: the instance the bundle sees as `this`, and what is on its screen. */
export class ShownPage {
  readonly instance: Record<string, unknown>;
  private readonly data: Record<string, unknown>;
  /** Bytes of the JSON of each `setData` of this page. */
  readonly setDataBytes: number[] = [];

  constructor(
    readonly route: string,
    readonly options: Record<string, string>,
    config: PageConfig,
    private readonly context: PageContext,
  ) {
    this.data = JSON.parse(JSON.stringify(config.data ?? {})) as Record<string, unknown>;
    this.instance = {
      ...config,
      data: this.data,
      route,
      __route__: route,
      is: route,
      options,
      setData: (changes: Record<string, unknown>, done?: () => void) => this.setData(changes, done),
      selectComponent: () => null,
      selectAllComponents: () => [],
      getPageId: () => `pageId:${route}`,
      getTabBar: () => null,
    };
  }

  private setData(changes: Record<string, unknown>, done?: () => void): void {
    for (const [path, value] of Object.entries(changes))
      if (typeof value === 'function') throw new Error(`setData of a function at ${path}`);
    const text = JSON.stringify(changes);
    const bytes = Buffer.byteLength(text, 'utf8');
    this.setDataBytes.push(bytes);
    this.context.onSetData(this.route, bytes);
    // A copy, as the bridge to the view layer makes one: what is changed afterwards never shows.
    for (const [path, value] of Object.entries(JSON.parse(text) as Record<string, unknown>))
      setPath(this.data, path, value);
    if (done) this.context.later(done);
  }

  /** Calls a life-cycle function of the page, if it has it. */
  hook(name: string, ...words: unknown[]): unknown {
    const run = this.instance[name];
    return typeof run === 'function' ? (run as Hook).apply(this.instance, words) : undefined;
  }

  has = (name: string): boolean => typeof this.instance[name] === 'function';

  get root(): ViewNode {
    return new ViewNode(this.context.templates, { nn: 'page', ...(this.data.root as Raw) }, null);
  }

  get text(): string {
    return this.root.text;
  }

  /** Sends an event as the view layer does: the node that hears it, then its ancestors that do. */
  send(node: ViewNode, type: string, detail: Record<string, unknown> = {}, bubbles = false): void {
    const hearing = [...node.up()].filter((one) => one.hears(type));
    const [first] = hearing;
    if (first === undefined) throw new Error(`nothing hears ${type} here:\n${node.outline()}`);
    const handle = this.instance.eh;
    if (typeof handle !== 'function') throw new Error(`${this.route} has no event handler`);
    const about = (one: ViewNode) => ({ id: one.id, dataset: { sid: one.sid }, offsetLeft: 0, offsetTop: 0 });
    for (const current of bubbles ? hearing : [first]) {
      const event = {
        type,
        timeStamp: 1,
        target: about(first),
        currentTarget: about(current),
        detail,
        mark: {},
      };
      (handle as Hook).call(this.instance, { ...event, mpEvent: event });
    }
  }
}
