import {
  Document,
  Footer,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  type FileChild,
} from 'docx';
import { showClockDay } from '../dates';
import { picture } from './picture';
import { fonts, paragraph, twips, words } from './text';

/** A4, upright (GB/T 148); margins of forms in millimetres. */
export const A4 = { width: 210, height: 297 };
export const MARGIN = { top: 16, bottom: 18, left: 20, right: 20, footer: 9 };

export interface Sheet {
  title: string;
  /** Who made it, in the file's properties. */
  office: string;
  /** What the footer names it by. */
  recordId: string;
  printedAt: Date;
  content: FileChild[];
}

/** A form as a Word document; its footer says when it was printed and which record it is of. */
export function packForm({ title, office, recordId, printedAt, content }: Sheet): Promise<Buffer> {
  const said = `打印时间：${showClockDay(printedAt)}　　记录号：${recordId}　　`;
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [
          words(said, { size: 9 }),
          new TextRun({
            font: fonts.song,
            size: 18,
            children: ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
          }),
        ],
      }),
    ],
  });
  return pack({ title, office, content, footer, margin: MARGIN });
}

interface Packed {
  title: string;
  office: string;
  content: FileChild[];
  footer: Footer;
  margin: typeof MARGIN;
}

export function pack({ title, office, content, footer, margin }: Packed): Promise<Buffer> {
  const document = new Document({
    title,
    creator: office,
    lastModifiedBy: office,
    description: '',
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { font: fonts.song, size: 24, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(A4.width), height: twips(A4.height) },
            margin: {
              top: twips(margin.top),
              bottom: twips(margin.bottom),
              left: twips(margin.left),
              right: twips(margin.right),
              footer: twips(margin.footer),
              header: twips(margin.footer),
            },
          },
        },
        footers: { default: footer },
        children: content,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Word wants a paragraph behind a table at the end of a page; this one takes no room. */
export const nothing = (): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
    children: [words('', { size: 1 })],
  });

const CODE_MM = 18;

interface Heading {
  title: string;
  /** At the right, under the title. */
  number: string;
  /** Mini-program code for the corner. */
  code: Buffer | null;
}

/** Title of a form with its number and the code that leads back to the record. Takes `HEADING_MM`. */
export function heading({ title, number, code }: Heading): FileChild[] {
  const drawn =
    code &&
    picture(code, {
      widthMm: CODE_MM,
      heightMm: CODE_MM,
      words: '扫码查看登记',
      floating: {
        horizontalPosition: {
          relative: HorizontalPositionRelativeFrom.MARGIN,
          align: HorizontalPositionAlign.LEFT,
        },
        verticalPosition: {
          relative: VerticalPositionRelativeFrom.PAGE,
          offset: Math.round(14 * 36_000),
        },
        wrap: { type: TextWrappingType.NONE },
        allowOverlap: true,
      },
    });
  return [
    new Paragraph({
      alignment: 'center',
      spacing: { before: twips(1), after: twips(2), line: 640, lineRule: 'exact' },
      children: [...(drawn ? [drawn] : []), words(title, { size: 22, bold: true })],
    }),
    paragraph(number, { align: 'right', size: 10.5, line: 18, after: 1 }),
  ];
}

export const HEADING_MM = 1 + 2 + 11.3 + 6.4 + 1;
