import { hostSeals, type PaperHost } from './seals';
import { heading, packForm } from '../../../office/word/sheet';
import { formTable, label, row, value } from '../../../office/word/table';
import { paragraph } from '../../../office/word/text';

export interface LetterPerson {
  name: string;
  position: string;
  mobile: string;
  landline: string;
  email: string;
  numbers: string[];
  /** When and how the person agreed to the handover; empty when not yet. */
  agreed: string;
}

export interface LetterPaper {
  office: string;
  seatName: string;
  recordId: string;
  unitName: string;
  changedOn: string;
  reason: string;
  leaver: LetterPerson;
  successor: LetterPerson;
  hosts: PaperHost[];
  code: Buffer | null;
  printedAt: Date;
}

const [WHAT, WHO] = [4, 8];
const text = { font: 'fang', size: 14, indent: 2, line: 26, align: 'both' } as const;

/** 联络员变更函: the unit tells the host who leaves, who comes and from what day; room for the host's opinion. */
export function letterPaper(paper: LetterPaper): Promise<Buffer> {
  const { office, seatName, recordId, unitName, leaver, successor, hosts, code, printedAt } = paper;
  const title = `关于变更${seatName}的函`;
  const line = (what: string, was: string, now: string) =>
    row(9, [label(what, WHAT), value(was, WHO), value(now, WHO)]);
  const cause = paper.reason ? `因${paper.reason.replace(/[。；，]+$/, '').replace(/^因/, '')}，` : '';
  return packForm({
    title,
    office,
    recordId,
    printedAt,
    content: [
      ...heading({ title, number: '', code }),
      paragraph(`${hosts.map(({ name }) => name).join('、')}：`, { font: 'fang', size: 14, line: 26 }),
      paragraph(
        `${cause}自${paper.changedOn}起，我单位${seatName}由${leaver.name}变更为${successor.name}，与贵会的联系工作由${successor.name}负责，有关工作已办理交接。现将情况函告如下：`,
        { ...text, after: 3 },
      ),
      formTable([
        row(9, [label('项　　目', WHAT), label(`原${seatName}`, WHO), label(`新任${seatName}`, WHO)]),
        line('姓　　名', leaver.name, successor.name),
        line('职　　务', leaver.position, successor.position),
        line('手　　机', leaver.mobile, successor.mobile),
        line('办公电话', leaver.landline, successor.landline),
        line('电子邮箱', leaver.email, successor.email),
        row(12, [
          label('备 案 号', WHAT),
          value(leaver.numbers.length ? `${leaver.numbers.join('\n')}（终止）` : '', WHO),
          value(successor.numbers.join('\n'), WHO),
        ]),
        line('交接确认', leaver.agreed, successor.agreed),
      ]),
      paragraph('特此函告。', { ...text, before: 3, after: 8 }),
      paragraph(`${unitName}（盖章）`, { font: 'fang', size: 14, align: 'right', line: 26, right: 6 }),
      paragraph('年　　月　　日', { font: 'fang', size: 14, align: 'right', line: 26, right: 12, after: 6 }),
      formTable([hostSeals(46, hosts, '意　　见')]),
    ],
  });
}
