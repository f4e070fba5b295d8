import JSZip from 'jszip';
import { PNG } from 'pngjs';
import { as, makeStaff } from '../../support';
import { upload } from '../file/samples';

/** Papers as offices write them, made part by part: what Word and WPS put into a .docx, not what a library would. */

const NS = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface Parts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  header?: string;
  /** Relations of the document: id → target, and whether it lies outside. */
  relations?: Record<string, string>;
  /** Files below word/. */
  media?: Record<string, Buffer | string>;
}

/** A run; `props` is what stands in its w:rPr. */
export const r = (text: string, props = ''): string =>
  `<w:r>${props && `<w:rPr>${props}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs, or of one text. */
export const p = (content: string, props = ''): string =>
  `<w:p>${props && `<w:pPr>${props}</w:pPr>`}${content.startsWith('<') ? content : r(content)}</w:p>`;

export const numbered = (content: string, id: number, level = 0): string =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);

export const tc = (content: string, props = ''): string =>
  `<w:tc><w:tcPr>${props}</w:tcPr>${content.startsWith('<w:p') ? content : p(content)}</w:tc>`;
export const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

export const image = (id: string): string =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** Word writes a text box twice: for itself and, in a fall-back, for what is older. */
export const textBox = (text: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** One level of a list definition. */
export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** Definitions and the lists made of them; `num` may override. */
export const lists = (definitions: string[], nums: string[]): string =>
  definitions.map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levels}</w:abstractNum>`).join('') +
  nums.map((of, i) => `<w:num w:numId="${i + 1}">${of}</w:num>`).join('');

export const of = (definition: number, more = ''): string =>
  `<w:abstractNumId w:val="${definition}"/>${more}`;

export async function docx(parts: Parts): Promise<Buffer> {
  const zip = new JSZip();
  const { relations = {}, media = {} } = parts;
  zip.file(
    '[Content_Types].xml',
    `${HEAD}<Types><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `${HEAD}<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/_rels/document.xml.rels',
    `${HEAD}<Relationships>${Object.entries(relations)
      .map(
        ([id, target]) =>
          `<Relationship Id="${id}" Type="x" Target="${target}"${/^https?:/.test(target) ? ' TargetMode="External"' : ''}/>`,
      )
      .join('')}</Relationships>`,
  );
  zip.file(
    'word/document.xml',
    `${HEAD}<w:document ${NS}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
  );
  const part = (name: string, tag: string, content: string | undefined) =>
    content !== undefined && zip.file(`word/${name}.xml`, `${HEAD}<w:${tag} ${NS}>${content}</w:${tag}>`);
  part('styles', 'styles', parts.styles);
  part('numbering', 'numbering', parts.numbering);
  part('footnotes', 'footnotes', parts.footnotes);
  part('header1', 'hdr', parts.header);
  for (const [name, content] of Object.entries(media)) zip.file(`word/${name}`, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export function png(size = 4): Buffer {
  const picture = new PNG({ width: size, height: size });
  picture.data.fill(200);
  return PNG.sync.write(picture);
}

/** A paper sent up by a staff member (or whoever is given) and accepted. */
export async function sent(content: Buffer, over: { openid?: string; name?: string } = {}) {
  const who = over.openid ? as(over.openid) : await makeStaff('editor');
  const input = { use: 'manuscript' as const, name: over.name ?? '通知.docx', size: content.length };
  const { fileKey, cloudPath } = await who.change('file.ticket', input);
  const fileId = await upload(cloudPath, content);
  await who.change('file.accept', { fileKey, fileId });
  return { who, fileKey };
}

/** What a paper reads as. */
export async function readPaper(parts: Parts) {
  const { who, fileKey } = await sent(await docx(parts));
  return who.change('manuscript.read', { fileKey });
}
