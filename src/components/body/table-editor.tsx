import { useState } from 'react';
import { Textarea } from '@tarojs/components';
import { MOST_TYPED } from './paragraph-editor';
import { TableView } from './reader';

interface Props {
  rows: string[][];
  onChange: (rows: string[][]) => void;
}

/** A line a row; cells pasted from a sheet or typed apart by | or two blanks. Shown beneath as it will read. */
export function TableEditor({ rows, onChange }: Props) {
  const [typed, setTyped] = useState('');
  // What was typed says more than the rows, as long as it is of this table: blocks change places.
  const same = JSON.stringify(rowsOf(typed)) === JSON.stringify(rows);
  return (
    <>
      <Textarea
        className="field-lines"
        value={same ? typed : rows.map((row) => row.join(' | ')).join('\n')}
        placeholder="表格，一行一排，格与格之间用 | 隔开，也可从电子表格粘贴"
        maxlength={MOST_TYPED}
        autoHeight
        onInput={(e) => {
          setTyped(e.detail.value);
          onChange(rowsOf(e.detail.value));
        }}
      />
      {rows.length > 0 && <TableView rows={rows} />}
    </>
  );
}

const rowsOf = (typed: string): string[][] =>
  typed
    .split('\n')
    .filter((line) => line.trim())
    .map((line) =>
      // An empty cell of a sheet counts, blanks around a bar do not.
      (/[\t|｜]/.test(line) ? line.split(/[\t|｜]/) : line.trim().split(/\s{2,}/)).map((cell) => cell.trim()),
    );
