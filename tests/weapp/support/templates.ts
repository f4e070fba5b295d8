import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `base.wxml` shows of a node: the tag, the attributes with the data field behind each, and the events it hears. */
export interface Template {
  tag: string;
  /** Attribute → field of the node's data, e.g. `aria-label` → `ariaLabel`, `hover-class` → `p3`. */
  attributes: Map<string, string>;
  /** Events as WeChat names them: `tap`, `input`, … */
  events: Set<string>;
}

const TEMPLATE = /<template name="tmpl_0_([\w-]+)">\s*<([\w-]+)\s([^>]*)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Reads the templates of a build, so that a test sees what the phone would show and not what React meant. */
export function readTemplates(dir: string): Map<string, Template> {
  const found = new Map<string, Template>();
  const wxml = readFileSync(path.join(dir, 'base.wxml'), 'utf8');
  for (const [, name = '', tag = '', text = ''] of wxml.matchAll(TEMPLATE)) {
    if (tag === 'template') continue;
    const template: Template = { tag, attributes: new Map(), events: new Set() };
    for (const [, attribute = '', value = ''] of text.matchAll(ATTRIBUTE)) {
      const event = /^(?:bind|catch):?(\w+)$/.exec(attribute)?.[1];
      const field = /\bi\.(\w+)/.exec(value)?.[1];
      if (event !== undefined && value === 'eh') template.events.add(event);
      else if (field !== undefined) template.attributes.set(attribute, field);
    }
    // Form controls have one template with and one without `focus`; both show the same otherwise.
    const plain = name.replace(/_(focus|blur)$/, '');
    if (!found.has(plain) || name.endsWith('_blur')) found.set(plain, template);
  }
  return found;
}
