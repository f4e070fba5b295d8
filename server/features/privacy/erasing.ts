import { keptFields } from '@contract/privacy';
import { pictureKeys, type FormPart } from '@contract/form';
import { files } from '../../kit/cloud';
import { AppError } from '../../kit/errors';
import { transact } from '../../kit/table';
import { attachments, type Attachment } from '../../stores/attachments';
import { corrections } from '../../stores/corrections';
import { filings, type Filing } from '../../stores/filings';
import { joins } from '../../stores/joins';
import { outbox } from '../../stores/outbox';
import { people } from '../../stores/people';
import { proxies } from '../../stores/proxies';
import { uploads, type Upload } from '../../stores/uploads';
import { eachOf } from './each-of';
import { eraseOfChecks } from './erasing/of-checks';
import { eraseOfFiles } from './erasing/of-files';
import { eraseOfTexts } from './erasing/of-texts';
import { eraseOfUnits } from './erasing/of-units';
import { tracesOf, type Traces } from './erasing/traces';
import { momentOf, pageByMoment } from './views';

/** Papers that repeat the registration form; a unit's licence and letters are the unit's. */
const PERSONAL_PAPERS: Attachment['kind'][] = ['form', 'proof'];

/** Who agreed, when, by which request. */
interface Erasing {
  now: Date;
  by: string;
  requestId: string;
}

/** A filing moves a few times in its life at most. */
const ATTEMPTS = 5;

const PERSONAL_FILES: Upload['use'][] = ['photo', 'recommendation', 'proofLetter'];

/** What the person reads beside 不予受理 of a registration that was under way. */
const ENDED = '按您的申请删除了个人信息，这份登记不再办理';

const kept = (part: FormPart): FormPart =>
  Object.fromEntries(Object.entries(part).filter(([key]) => keptFields.some((one) => one === key)));

/**
 * Deletes what is personal of somebody who holds no seat. Every step may be done again: files go before the rows that
 * name them, so a death in between leaves nothing that is not found the next time. A record that came into force
 * meanwhile is left alone: the person agreed to that one anew. What others hold of the person is gone through first: it
 * is found by what the person's own rows say.
 */
export async function erasePerson(openid: string, act: Erasing): Promise<void> {
  const traces = await tracesOf(openid);
  await eraseOfFiles(traces, act.now);
  await eraseOfUnits(traces, act.now, act.requestId);
  await eraseOfTexts(openid, traces);
  await outbox.forget(openid);
  const inForce = new Set<string>();
  for await (const filing of eachOf(20, (before) => filings.ofPersonBefore(openid, before, 20)))
    if (!(await eraseFiling(filing, traces, act))) inForce.add(filing._id);
  for await (const { _id, filingId, old, changed, decided } of eachOf(20, (before) =>
    corrections.ofPerson(openid, before, 20),
  )) {
    if (inForce.has(filingId)) continue;
    // One that still waits for a decision would stay in the office's list with nothing in it.
    await corrections.move(_id, 'submitted', { state: 'withdrawn', slot: _id }, act.requestId);
    await corrections.erase(_id, { old: kept(old), changed: kept(changed), decided: silent(decided) });
  }
  for await (const { _id } of eachOf(50, (before) => joins.ofPerson(openid, before, 50)))
    await joins.erase(_id);
  await eraseOfChecks(openid, PERSONAL_FILES, traces);
  if (inForce.size === 0) await eraseOwn(openid);
  await endProxies(openid, act);
  await people.erase(openid, act.now);
}

/** What was lent to the person ends, so that whoever lent it sees that nobody stands in any more. */
async function endProxies(openid: string, { now, requestId }: Erasing): Promise<void> {
  for (const { proxyId } of (await people.get(openid))?.proxies ?? [])
    await transact(async (tx) => {
      const proxy = await proxies.getIn(tx, proxyId);
      if (proxy && !proxy.endedAt) await proxies.changeIn(tx, proxyId, { endedAt: now }, requestId);
    });
}

/** False when the record is in force. */
async function eraseFiling(filing: Filing, traces: Traces, act: Erasing): Promise<boolean> {
  let row: Filing | null = filing;
  for (let attempt = 0; row && !row.inForce && attempt < ATTEMPTS; attempt += 1) {
    await erasePapers(row, traces, act);
    if (await filings.erase(row._id, row.state, emptied(row, act))) return true;
    const now: Filing | null = await filings.get(row._id);
    // An update that finds nothing to change counts none: it was emptied before. Else somebody moved it meanwhile.
    if (now?.state === row.state && !now.inForce) return true;
    row = now;
  }
  if (row && !row.inForce) throw new AppError('conflict');
  return !row;
}

function emptied(filing: Filing, { now, by }: Erasing): Partial<Filing> {
  const history = filing.history.map((entry) => ({ ...entry, note: '' }));
  const rest = { form: kept(filing.form), verified: {}, verifiedAt: null, returned: [] };
  // Done again after a death in between, it keeps what the first time wrote.
  if (!filing.open) return { ...rest, note: filing.note === ENDED ? ENDED : '', history };
  const refused = { at: now, event: 'refuse', by, note: '本人申请删除个人信息' };
  const ended = { ...rest, note: ENDED, history: [...history, refused] };
  return { ...ended, state: 'refused', open: false, slot: filing._id };
}

/** Papers of the registration, those taken out of the unit's file before, and sealed forms that bear the name alone. */
async function erasePapers(
  { _id, unitId, form, openid }: Filing,
  { names }: Traces,
  act: Erasing,
): Promise<void> {
  const pictures = pictureKeys.flatMap((key) => form[key] ?? []);
  const shared = new Set<string>();
  const papers: Attachment[] = [];
  const isPersonal = ({ subjectId, kind, name }: Attachment) =>
    PERSONAL_PAPERS.includes(kind) &&
    (subjectId === _id || (subjectId === null && names.some((one) => name.includes(one))));
  for await (const paper of eachOf(100, (before) => attachments.ofUnit(unitId, before, 100))) {
    if (isPersonal(paper)) papers.push(paper);
    else shared.add(paper.fileKey);
  }
  papers.push(...(await attachments.takenOut(unitId, 1000)).filter(isPersonal));
  const keys = [...pictures, ...papers.map(({ fileKey }) => fileKey)].filter((key) => !shared.has(key));
  const found = keys.length ? await uploads.byKeys(keys) : [];
  // A picture of the form that somebody else sent in stands in that person's record as well.
  await eraseFiles(found.filter((file) => file.owner === openid || !pictures.includes(file._id)));
  for (const paper of papers) await attachments.remove(paper._id, act.now, act.requestId);
}

/** Pictures sent for a form and never used in one, or replaced. */
async function eraseOwn(openid: string): Promise<void> {
  for (let after: string | null | undefined; after !== null;) {
    const read = await uploads.ofOwner(openid, momentOf(after), 50 + 1);
    const { rows, next } = pageByMoment(read, 50, ({ createdAt }) => createdAt);
    await eraseFiles(rows.filter(({ use }) => PERSONAL_FILES.includes(use)));
    after = next;
  }
}

async function eraseFiles(found: Upload[]): Promise<void> {
  const fileIds = found.flatMap(({ fileId }) => fileId ?? []);
  if (fileIds.length) await files.remove(fileIds);
  if (found.length) await uploads.erase(found.map(({ _id }) => _id));
}

const silent = (decided: Record<string, { agreed: boolean; reason: string }>) =>
  Object.fromEntries(Object.entries(decided).map(([key, { agreed }]) => [key, { agreed, reason: '' }]));
