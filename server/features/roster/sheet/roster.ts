import { rosterColumns } from '@contract/roster';
import type { Unit } from '../../../stores/units';
import { cellsOf, type Hosts } from './cells';
import { writeTable } from '../../../office/workbook';

export interface About {
  office: string;
  hosts: Hosts;
  mark: string;
  phoneOf: (phone: string) => string;
}

/** The whole roster, in the very form the import reads: brought in again it changes nothing. */
export function rosterBook(units: Unit[], { office, hosts, mark, phoneOf }: About): Buffer {
  const cells = units.map((unit) => cellsOf(unit, hosts, phoneOf));
  const used = new Set(cells.flatMap((row) => Object.keys(row)));
  const columns = Object.keys(rosterColumns).filter(
    (field) => !/^(contact|finance|deputy)/.test(field) || used.has(field),
  );
  return writeTable({
    sheet: '名册',
    title: `${office}会员单位名册`,
    mark,
    headers: columns.map((field) => rosterColumns[field] ?? field),
    rows: cells.map((row) => columns.map((field) => row[field] ?? '')),
  });
}
