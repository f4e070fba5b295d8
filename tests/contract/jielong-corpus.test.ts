import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseJielong } from '@contract/rules/jielong';
import { matchJielong } from '@server/kit/jielong/match';
import type { UnitNames } from '@server/kit/jielong/name-index';

/** Lists as groups really write them, with what a careful reader makes of them; names are invented. */

const folder = path.join(__dirname, 'fixtures/jielong');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const units = JSON.parse(read('units.json')) as UnitNames[];
const samples = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

interface Expected {
  line: number;
  result: string;
  units?: string[];
  name?: string;
  extra?: number;
  remark?: string;
}

function readBy(text: string): Expected[] {
  return matchJielong(parseJielong(text), units).map(({ entry, result, name, candidates }) => ({
    line: entry.line,
    result,
    ...(candidates.length > 0 && { units: candidates.map(({ unit }) => units[unit]?.name ?? '') }),
    ...(name && { name }),
    ...(entry.extra > 0 && { extra: entry.extra }),
    ...(entry.remark && { remark: entry.remark }),
  }));
}

it('has at least 40 samples, in which every outcome occurs', () => {
  expect(samples.length).toBeGreaterThanOrEqual(40);
  const all = samples.flatMap((sample) => JSON.parse(read(`${sample}.json`)) as Expected[]);
  expect(new Set(all.map(({ result }) => result))).toEqual(
    new Set(['matched', 'ambiguous', 'unknown', 'ignored']),
  );
});

it.each(samples)('reads %s', (sample) => {
  expect(readBy(read(`${sample}.txt`))).toEqual(JSON.parse(read(`${sample}.json`)));
});

it('accounts for every line that is not blank', () => {
  for (const sample of samples) {
    const text = read(`${sample}.txt`);
    const lines = text.split(/\r\n|\n/).flatMap((line, i) => (line.trim() ? [i + 1] : []));
    expect([...new Set(readBy(text).map(({ line }) => line))]).toEqual(lines);
  }
});

it('is certain of one unit only', () => {
  for (const sample of samples)
    for (const one of readBy(read(`${sample}.txt`)))
      expect(one.result === 'matched' ? one.units?.length : 1).toBe(1);
});
