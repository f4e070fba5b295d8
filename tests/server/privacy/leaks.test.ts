import { contract, type ActionName } from '@contract/index';
import type { Reply } from '@contract/errors';
import {
  cloud,
  expectLog,
  makeCode,
  makeFiling,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  requestId,
  someForm,
  stranger,
} from '../../support';

/** No personal data in logs or error texts (decision D10): every action, made to fail, with data that can be told again. */

const names = Object.keys(contract) as ActionName[];
const MARKS = {
  name: '标甲乙丙丁',
  phone: '19977776666',
  email: 'marked-person@example.com',
  wechat: 'marked-wechat',
  idNumber: '11010519491231002X',
  resume: '标记单位标记部门',
};
const marks = Object.values(MARKS);
const seen = (text: string) => marks.filter((mark) => text.includes(mark));

/** An office whose rows are full of marked people. */
async function marked() {
  await makeOffice();
  const form = {
    ...someForm({
      name: MARKS.name,
      mobile: MARKS.phone,
      email: MARKS.email,
      wechat: MARKS.wechat,
      resume: [{ start: '2008-07-01', end: null, work: MARKS.resume }],
    }),
    idNumber: MARKS.idNumber,
  };
  const { unit, liaison } = await makeSeatedUnit({
    contacts: [
      {
        kind: 'head',
        name: MARKS.name,
        position: '',
        phone: MARKS.phone,
        landline: '',
        email: MARKS.email,
        wechat: '',
      },
    ],
    people: MARKS.name,
  });
  const applicant = await makePerson({ name: MARKS.name, verifiedMobile: MARKS.phone });
  const filing = await makeFiling(unit, { openid: applicant.openid, form });
  const notice = await makeNotice();
  await makeReceipt(notice, unit);
  const code = await makeCode();
  const { liaison: other } = await makeSeatedUnit();
  return {
    callers: { stranger: stranger(), other, liaison, applicant, admin: await makeStaff('admin', MARKS.name) },
    ids: { unitId: unit._id, filingId: filing._id, noticeId: notice._id, codeId: code._id } as Record<
      string,
      string
    >,
    form,
  };
}

type Office = Awaited<ReturnType<typeof marked>>;

function fieldsOf(name: ActionName): string[] {
  const schema: object = contract[name].input;
  return 'entries' in schema ? Object.keys(schema.entries as object) : [];
}

/** Inputs that name real rows and carry marked words, well and badly formed. */
function inputsFor(name: ActionName, { ids, form }: Office): Record<string, unknown>[] {
  const fill = (value: (field: string) => unknown) =>
    Object.fromEntries(fieldsOf(name).map((field) => [field, value(field)]));
  const words = `${MARKS.name}${MARKS.phone}${MARKS.email}`;
  return [
    fill((field) => ids[field] ?? (field === 'form' ? form : words)),
    fill((field) => ids[field] ?? (field === 'form' ? { ...form, mobile: `${MARKS.phone}0` } : [words])),
    fill((field) => (field === 'form' ? words : { [words]: words })),
    fill((field) => ids[field] ?? MARKS.phone),
  ];
}

const logs = async () => (await cloud.invocations()).flatMap((invocation) => invocation.logs).join('\n');

describe('no personal data gets out by failing', () => {
  it.each(names)('in an error or a log of %s, whoever calls', async (name) => {
    const office = await marked();
    for (const [who, caller] of Object.entries(office.callers))
      for (const input of inputsFor(name, office)) {
        const reply: Reply<unknown> = await caller.call(name, input, requestId());
        if (reply.ok) continue;
        const told = seen(`${reply.error.message}${reply.error.field ?? ''}`);
        // Staff read who holds a seat; a number is told to nobody this way.
        expect({
          who,
          input,
          told: who === 'admin' ? told.filter((mark) => mark !== MARKS.name) : told,
        }).toEqual({
          who,
          input,
          told: [],
        });
      }
    expect(seen(await logs())).toEqual([]);
  });

  it.each(names)('in the log or the answer of %s when the database fails with a quoted row', async (name) => {
    expectLog(/./);
    const office = await marked();
    const { admin, applicant, liaison } = office.callers;
    for (const caller of [admin, liaison, applicant])
      for (const [api, skip] of [
        ['database.getDocument', 0],
        ['database.getDocument', 1],
        ['database.modifyDocument', 0],
        ['database.insertDocument', 0],
      ] as const) {
        await cloud.script({
          api,
          skip,
          times: 1,
          fault: { errCode: 'SYS_ERR', errMsg: `dup key: { form: ${JSON.stringify(office.form)} }` },
        });
        const [input = {}] = inputsFor(name, office);
        const reply: Reply<unknown> = await caller.call(name, input, requestId());
        if (!reply.ok && reply.error.code === 'busy') expect(seen(JSON.stringify(reply.error))).toEqual([]);
      }
    expect(seen(await logs())).toEqual([]);
  });
});

it('the marks would be found: they are in the rows, and a log that quotes one is told', async () => {
  await marked();
  expect(seen(JSON.stringify(await cloud.find('filings', {})))).toEqual(marks);
  expect(seen(`[error] ${MARKS.phone}`)).toEqual([MARKS.phone]);
});

it('no address of a file or a page says whose it is', async () => {
  const { callers } = await marked();
  const { cloudPath } = await callers.admin.change('file.ticket', {
    use: 'picture',
    name: `${MARKS.name}${MARKS.phone}.png`,
    size: 10,
  });
  expect(seen(cloudPath)).toEqual([]);
});
