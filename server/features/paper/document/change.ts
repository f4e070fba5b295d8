import { showDate } from '../../../office/dates';
import { hostSeals, unitSeal, type PaperHost } from './seals';
import { heading, packForm } from '../../../office/word/sheet';
import { COLUMNS, formTable, label, row, value } from '../../../office/word/table';

export interface ChangePaper {
  office: string;
  /** What the policy calls a liaison. */
  seatName: string;
  recordId: string;
  unit: { name: string; creditCode: string; legalRep: string };
  rows: { what: string; was: string; now: string }[];
  changedOn: string;
  reportedAt: Date;
  /** Reported after the policy's limit. */
  late: boolean;
  reason: string;
  attached: string[];
  hosts: PaperHost[];
  code: Buffer | null;
  printedAt: Date;
}

const LABEL = 3;
const REST = COLUMNS - LABEL;
const [WHAT, WAS] = [4, 8];
const ROWS_MIN = 4;
/** A career is longer than what is left of a page. */
const LONG = 200;

/** 变更申报表 of rulebook E: old and new side by side, reason, attachments, seals. */
export function changePaper(paper: ChangePaper): Promise<Buffer> {
  const { office, seatName, recordId, unit, rows, hosts, code, printedAt } = paper;
  const title = `${seatName}变更申报表`;
  const empty = Array.from({ length: Math.max(0, ROWS_MIN - rows.length) }, () => ({
    what: '',
    was: '',
    now: '',
  }));
  const numbers = hosts.map(({ number }) => number).filter(Boolean);
  return packForm({
    title,
    office,
    recordId,
    printedAt,
    content: [
      ...heading({ title, number: `备案号：${numbers.join('、') || '＿＿＿＿＿＿＿＿＿＿＿＿'}`, code }),
      formTable([
        row(10, [label('单位全称', LABEL), value(unit.name, REST, 'left')]),
        row(10, [
          label('统一社会\n信用代码', LABEL),
          value(unit.creditCode, 7),
          label('法定代表人', LABEL),
          value(unit.legalRep, REST - 7 - LABEL),
        ]),
        row(10, [
          label('变更日期', LABEL),
          value(paper.changedOn, 7),
          label('申报日期', LABEL),
          value(`${showDate(paper.reportedAt)}${paper.late ? '（逾期）' : ''}`, REST - 7 - LABEL),
        ]),
        row(9, [label('变更项目', WHAT), label('变更前', WAS), label('变更后', WAS)], { head: true }),
        ...[...rows, ...empty].map(({ what, was, now }) =>
          row(10, [{ ...label(what, WHAT), largest: 10.5 }, body(was), body(now)], {
            grows: true,
            splits: Math.max(was.length, now.length) > LONG,
          }),
        ),
        row(20, [label('变更原因', LABEL), value(paper.reason, REST, 'left')]),
        row(14, [label('附　　件', LABEL), value(paper.attached.join('\n'), REST, 'left')]),
        unitSeal(42, '申报单位\n意　　见', '法定代表人（签字）'),
        hostSeals(38, hosts, '核准意见'),
      ]),
    ],
  });
}

const body = (text: string) => ({
  ...value(text, WAS, text.includes('\n') ? 'left' : 'center'),
  largest: 10.5,
});
