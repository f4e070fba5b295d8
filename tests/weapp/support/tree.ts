import type { Template } from './templates';

/** One node of the copy that `setData` keeps. */
export interface Raw {
  nn?: string;
  sid?: string;
  uid?: string;
  v?: string;
  cl?: string;
  cn?: Raw[];
  [field: string]: unknown;
}

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A node as the phone shows it. */
export class ViewNode {
  constructor(
    private readonly templates: Map<string, Template>,
    readonly raw: Raw,
    readonly parent: ViewNode | null,
  ) {}

  private get template(): Template | undefined {
    return this.templates.get(this.raw.nn ?? '');
  }

  get tag(): string {
    return this.template?.tag ?? (this.raw.v === undefined ? `unknown-${this.raw.nn ?? ''}` : '#text');
  }

  get sid(): string {
    return this.raw.sid ?? '';
  }

  get id(): string {
    return this.raw.uid ?? this.sid;
  }

  get classes(): string[] {
    return (this.raw.cl ?? '').split(/\s+/).filter(Boolean);
  }

  get children(): ViewNode[] {
    return (this.raw.cn ?? []).filter(isRaw).map((raw) => new ViewNode(this.templates, raw, this));
  }

  /** An attribute's value, only when the WXML has the attribute: what it lacks never reaches the phone. */
  attribute(name: string): string | undefined {
    const field = this.template?.attributes.get(name);
    const value = field === undefined ? undefined : this.raw[field];
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  get label(): string {
    return this.attribute('aria-label') ?? '';
  }

  get role(): string {
    return this.attribute('aria-role') ?? this.attribute('role') ?? (this.tag === 'button' ? 'button' : '');
  }

  get disabled(): boolean {
    return this.attribute('disabled') === 'true';
  }

  hears(event: string): boolean {
    return this.template?.events.has(event) ?? false;
  }

  /** Everything written in and under this node, in order; what a form control holds included. */
  get text(): string {
    if (this.raw.v !== undefined) return this.raw.v;
    const own = ['input', 'textarea'].includes(this.tag) ? (this.attribute('value') ?? '') : '';
    return own + this.children.map((child) => child.text).join('');
  }

  *all(): Generator<ViewNode> {
    yield this;
    for (const child of this.children) yield* child.all();
  }

  /** Itself and its ancestors, innermost first: the way an event bubbles. */
  *up(): Generator<ViewNode> {
    yield this;
    if (this.parent !== null) yield* this.parent.up();
  }

  /** An outline for a failing test. */
  outline(depth = 0): string {
    const pad = '  '.repeat(depth);
    if (this.raw.v !== undefined) return `${pad}"${this.raw.v}"\n`;
    const classes = this.classes.length > 0 ? `.${this.classes.join('.')}` : '';
    const label = this.label === '' ? '' : ` [${this.label}]`;
    return `${pad}${this.tag}${classes}${label}\n${this.children.map((child) => child.outline(depth + 1)).join('')}`;
  }
}

/** Sets `value` at a path as `setData` writes them: `root.cn.[0].cn.[2].v`. */
export function setPath(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.').flatMap((part) => part.split(/[[\]]/).filter((key) => key !== ''));
  const last = keys.pop();
  if (last === undefined) throw new Error('setData with an empty path');
  let at: Record<string, unknown> = data;
  for (const key of keys) {
    const next = at[key];
    if (typeof next !== 'object' || next === null) throw new Error(`setData: nothing at ${key} of ${path}`);
    at = next as Record<string, unknown>;
  }
  at[last] = value;
}
