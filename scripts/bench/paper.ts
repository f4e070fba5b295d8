import { randomBytes } from 'node:crypto';
import type { Output } from '../../contract/index';
import { presets } from '../../contract/policy/presets';
import { formPaper } from '../../server/features/paper/document/form';
import * as support from '../../tests/support';
import { makePhoto, png, seated } from '../../tests/server/paper/papers';
import { requestsOf } from './requests';
import type { Row } from './row';

const { cloud } = support;

/** As many as the rulebook was printed for (institutions.md A), each with a photo as a phone compresses it. */
const PEOPLE = 412;
const PHOTO_BYTES = 240 * 1024;
const MB = 1024 * 1024;
/** The function lives 60 s and has 512 MB. */
const PART_SECONDS_MAX = 30;
const REQUESTS_MAX = 12;
const MEMORY_MAX = 256;

/** Forms for everybody as zips: time of the slowest part, requests of one, memory of its documents. */
export async function paperRows(): Promise<Row[]> {
  await cloud.reset();
  await cloud.clock.set(support.NOW);
  await support.makeOffice();
  const staff = await support.makeStaff();
  const photo = await makePhoto(photoBytes());
  for (let i = 0; i < PEOPLE; i += 1)
    await seated({ form: { photo }, unit: { sortKey: `u${String(i).padStart(4, '0')}|x` } });
  const [seconds, parts]: [number[], Output<'paper.forms'>[]] = [[], []];
  for (let cursor: string | null = ''; cursor !== null;) {
    const start = Date.now();
    const part: Output<'paper.forms'> = await staff.change('paper.forms', { ...(cursor && { cursor }) });
    seconds.push((Date.now() - start) / 1000);
    parts.push(part);
    cursor = part.next;
  }
  const forms = parts.reduce((sum, part) => sum + part.forms, 0);
  const total = seconds.reduce((sum, one) => sum + one, 0);
  return [
    { name: `forms of ${PEOPLE} people: per second`, value: forms / total, unit: 'forms' },
    {
      name: 'forms of 50 people: slowest part',
      value: Math.max(...seconds),
      unit: 's',
      budget: PART_SECONDS_MAX,
    },
    {
      name: 'forms of 50 people',
      value: await requestsOf('paper.forms'),
      unit: 'db requests',
      budget: REQUESTS_MAX,
    },
    {
      name: 'forms of 50 people: zip',
      value: Math.max(...parts.map(({ size }) => size)) / MB,
      unit: 'MB',
      budget: 20,
    },
    {
      name: 'forms of 50 people: memory of the documents',
      value: await memory(),
      unit: 'MB',
      budget: MEMORY_MAX,
    },
  ];
}

/** What fifty documents add while all are held, as in a zip. */
async function memory(): Promise<number> {
  const photo = photoBytes();
  const before = process.memoryUsage().rss;
  const held: Buffer[] = [];
  for (let i = 0; i < 50; i += 1)
    held.push(
      await formPaper({
        office: '示例市煤炭工业协会',
        policy: presets['shaanxi-coal'],
        kind: 'main',
        filingId: `filing-${i}`,
        form: support.someForm(),
        hosts: [{ name: '示例市煤炭工业协会', short: '协会', number: '协会联备〔2026〕1号' }],
        photo,
        code: png(280, 280),
        printedAt: new Date(support.NOW),
      }),
    );
  return held.length === 50 ? Math.max(0, process.memoryUsage().rss - before) / MB : NaN;
}

/** A photo padded to the usual size with what cannot be packed any smaller, as in a jpg. */
const photoBytes = (): Buffer => {
  const picture = png(600, 800);
  return Buffer.concat([picture, randomBytes(Math.max(0, PHOTO_BYTES - picture.length))]);
};
