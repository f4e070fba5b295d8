import { openZip, type Entry } from '../../../kit/zip';
import { parseXml, type Element } from './xml';

const MB = 1024 * 1024;
/** Unpacked: the text of a paper is far below, a zip bomb far above. */
const XML_MAX = 16 * MB;
const MEDIA_MAX = 5 * MB;

/** The parts of one .docx. */
export interface Archive {
  /** The document itself; throws when there is none. */
  document: Element;
  /** Another part beside it, e.g. `numbering.xml`; null where there is none or it cannot be read. */
  part: (name: string) => Element | null;
  /** Parts beside it whose names fit. */
  names: (form: RegExp) => string[];
  /** What a relation of the document leads to. */
  target: (id: string | undefined) => Target | null;
  /** `large`: more than a picture may have. */
  media: (name: string) => Buffer | 'large' | null;
}

export interface Target {
  name: string;
  /** Outside the file: a link, or a picture kept elsewhere. */
  external: boolean;
}

/** Opens a .docx; throws when it is broken or unpacks to more than a paper holds. */
export function openArchive(bytes: Buffer): Archive {
  const zip = openZip(bytes);
  const xml = (name: string) => zip.get(name) && parseXml(unpacked(zip, name, XML_MAX));
  const main = mainPart(xml('_rels/.rels'));
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const document = xml(main);
  if (!document) throw new Error('no document');
  const relations = targets(xml(`${folder}_rels/${main.slice(folder.length)}.rels`));
  return {
    document,
    part: (name) => {
      try {
        return xml(folder + name) ?? null;
      } catch {
        return null;
      }
    },
    names: (form) =>
      [...zip.keys()]
        .filter((name) => name.startsWith(folder))
        .map((name) => name.slice(folder.length))
        .filter((name) => form.test(name)),
    target: (id) => (id && relations.get(id)) || null,
    media: (name) => {
      const at = name.startsWith('/') ? name.slice(1) : normal(folder + name);
      if (!zip.has(at)) return null;
      try {
        return unpacked(zip, at, MEDIA_MAX);
      } catch (error) {
        return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : null;
      }
    },
  };
}

function unpacked(zip: Map<string, Entry>, name: string, max: number): Buffer {
  const entry = zip.get(name);
  if (!entry) throw new Error(`no ${name}`);
  return entry(max);
}

const MAIN = 'word/document.xml';

/** WPS and Word write word/document.xml, others may name it as they like. */
function mainPart(relations: Element | undefined): string {
  const found = relations?.children.find(({ attrs }) => attrs.Type?.endsWith('/officeDocument'));
  return found?.attrs.Target?.replace(/^\//, '') ?? MAIN;
}

const targets = (relations: Element | undefined): Map<string, Target> =>
  new Map(
    (relations?.children ?? []).map(({ attrs }) => [
      attrs.Id ?? '',
      { name: attrs.Target ?? '', external: attrs.TargetMode === 'External' },
    ]),
  );

const normal = (path: string): string => {
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  return parts.join('/');
};
