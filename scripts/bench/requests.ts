import type { Doc } from '../../local-cloud';
import * as support from '../../tests/support';
import type { Row } from './row';

type Unit = Awaited<ReturnType<typeof support.makeUnit>>;
type Staff = Awaited<ReturnType<typeof support.makeStaff>>;
const { cloud } = support;

const UNITS = 420;
const READ_MAX = 3;
const CONFIRM_MAX = 5;

/** Database requests of one call, the caller's row included. */
export async function requestsOf(action: string): Promise<number> {
  const last = (await cloud.invocations()).filter((one) => one.action === action).pop();
  if (last === undefined) throw new Error(`${action} was never called`);
  return last.requests.filter((request) => request.action.startsWith('database.')).length;
}

/** Reads and the confirmation with few notices and with many: a count that grows is a query in a loop. */
export async function requestRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const notices of [10, 2000]) rows.push(...(await withNotices(notices)));
  return [...rows, ...(await publication())];
}

async function withNotices(notices: number): Promise<Row[]> {
  await cloud.reset();
  await cloud.clock.set(support.NOW);
  await support.makeOffice();
  const staff = await support.makeStaff();
  const { unit, liaison } = await support.makeSeatedUnit();
  const [first, unitId] = [await fill(unit, notices), unit._id];
  const pictured = await withFiles(staff, unit);
  const at = `at ${notices.toLocaleString('en')} notices`;
  const count = async (name: string, action: string, budget: number): Promise<Row> => ({
    name: `${name} ${at}`,
    value: await requestsOf(action),
    unit: 'db requests',
    budget,
  });
  await liaison.ask('notice.inbox', { unitId });
  await liaison.ask('notice.get', { noticeId: first, unitId });
  const detail = await count('detail', 'notice.get', READ_MAX);
  await liaison.ask('notice.get', { noticeId: pictured, unitId });
  await staff.ask('notice.receipts', { noticeId: first });
  const confirm = { noticeId: first, unitId };
  const confirmed: Row[] = [];
  // The first, the same sent again, and another tap when it is done already: none may cost more.
  for (const id of ['bench-request-0001', 'bench-request-0001', 'bench-request-0002']) {
    await liaison.change('notice.confirm', confirm, id);
    confirmed.push(await count('confirm', 'notice.confirm', CONFIRM_MAX));
  }
  return [
    await count('inbox', 'notice.inbox', READ_MAX),
    detail,
    await count('detail with 9 files', 'notice.get', READ_MAX),
    await count('receipt list', 'notice.receipts', READ_MAX),
    ...confirmed.sort((a, b) => b.value - a.value).slice(0, 1),
  ];
}

/** A notice published to the unit with as many pictures as one may have; gives its id. */
async function withFiles(staff: Staff, unit: Unit): Promise<string> {
  const owner = staff.openid;
  const uploads = await Promise.all(Array.from({ length: 9 }, () => support.makeUpload({ owner })));
  const { noticeId } = await staff.change('notice.publish', {
    title: '关于报送现场图片的通知',
    hostId: 'association',
    body: uploads.map(({ _id }) => ({ type: 'picture' as const, fileKey: _id, caption: '' })),
    dueAt: support.later(3).toISOString(),
    audience: { kind: 'units', unitIds: [unit._id] },
  });
  return noticeId;
}

/** `count` notices to the unit, the first of them to many units; gives its id. */
async function fill(unit: Unit, count: number) {
  const notice = await support.makeNotice();
  const receipt = await support.makeReceipt(notice, unit);
  const copies = (n: number, change: (i: number) => { notice?: object; receipt?: object }) => {
    const changes = Array.from({ length: n }, (_, i) => change(i));
    return {
      notices: changes.map((one) => ({ ...notice, ...one.notice })) as unknown as Doc[],
      receipts: changes.map((one) => ({ ...receipt, ...one.receipt })) as unknown as Doc[],
    };
  };
  const others = copies(count - 1, (i) => {
    const id = `bench-notice-${String(i).padStart(5, '0')}`;
    return { notice: { _id: id, order: id }, receipt: { _id: `${id}_${unit._id}`, noticeId: id, order: id } };
  });
  const wide = copies(UNITS - 1, (i) => {
    const id = `bench-unit-${String(i).padStart(4, '0')}`;
    return {
      receipt: { _id: `${notice._id}_${id}`, unitId: id, unitName: `示例${i}矿`, place: `xi an|${id}` },
    };
  });
  await cloud.insert('notices', others.notices);
  await cloud.insert('receipts', [...others.receipts, ...wide.receipts]);
  return notice._id;
}

async function publication(): Promise<Row[]> {
  await cloud.reset();
  await cloud.clock.set(support.NOW);
  await support.makeOffice();
  const staff = await support.makeStaff();
  const unit = await support.makeUnit();
  const others = Array.from({ length: UNITS - 1 }, (_, i) => {
    const id = `bench-unit-${String(i).padStart(4, '0')}`;
    return {
      ...unit,
      _id: id,
      name: `示例${i}矿业有限公司`,
      sortKey: `shi li ${id}|${id}`,
    } as unknown as Doc;
  });
  await cloud.insert('units', others);
  const { total } = await staff.change('notice.publish', {
    title: '关于报送信息的通知',
    hostId: 'association',
    body: [{ type: 'paragraph', runs: [{ text: '请报送四季度信息。' }] }],
    dueAt: support.later(3).toISOString(),
    audience: { kind: 'all' },
  });
  return [
    {
      name: `publication to ${total} units`,
      value: await requestsOf('notice.publish'),
      unit: 'db requests',
    },
  ];
}
