import { cloud, makeOffice, makeStaff, makeUnit, requestId } from '../../support';
import { submitted, YEAR } from './registration';

/** Approvals at the same moment, and approvals that die half-way. */
describe('filing.approve, raced and killed', () => {
  beforeEach(async () => void (await makeOffice()));

  it('lets one of two reviewers win', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const [a, b] = [await makeStaff('admin', '示例甲'), await makeStaff('member', '示例丁')];
    const replies = await Promise.all(
      [a, b, a, b].map((staff) => staff.call('filing.approve', { filingId: filing._id }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(reply.error.code).toMatch(/closed|conflict/);
    expect((await applicant.ask('me.get', {})).person?.seats).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('answers one request sent five times at once five times the same', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const staff = await makeStaff();
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => staff.change('filing.approve', { filingId: filing._id }, id)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await applicant.ask('me.get', {})).person?.seats).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('seats one of two people of one unit', async () => {
    const unit = await makeUnit();
    const [one, two] = [await submitted(unit), await submitted(unit)];
    const staff = await makeStaff();
    const replies = await Promise.all(
      [one, two].map(({ filing }) => staff.call('filing.approve', { filingId: filing._id }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies)
      if (!reply.ok)
        expect(reply.error).toMatchObject({ code: 'conflict', message: expect.stringContaining('示例乙') });
    const [row] = await cloud.find('units', { _id: unit._id });
    const seats = await Promise.all([one, two].map(({ applicant }) => applicant.ask('me.get', {})));
    expect(seats.flatMap(({ person }) => person?.seats ?? [])).toHaveLength(1);
    expect(row).toMatchObject({ seated: true });
    expect(await cloud.find('filings', { state: 'submitted' })).toHaveLength(1);
  });

  it('gives no number twice under 20 approvals at once', async () => {
    const staff = await makeStaff();
    const hosts = [['association'], ['society'], ['association', 'society']];
    const queue = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => submitted(await makeUnit({ hosts: hosts[i % 3] }))),
    );
    const answers = await Promise.all(
      queue.map(({ filing }) => staff.change('filing.approve', { filingId: filing._id })),
    );
    const numbers = answers.flatMap((answer) => answer.numbers);
    expect(numbers).toHaveLength(7 + 7 + 6 * 2);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toContain(`学会联备〔${YEAR}〕1号`);
    expect(await cloud.find('units', { seated: true })).toHaveLength(20);
  });

  it.each([
    ['database.modifyDocument', 0],
    ['database.modifyDocument', 1],
    ['database.modifyDocument', 2],
    ['database.insertDocument', 1],
    ['database.commitTransaction', 0],
  ])('changes nothing when it dies at %s (after %i), and the repeat finishes', async (api, skip) => {
    const unit = await makeUnit();
    const { filing, applicant } = await submitted(unit);
    const staff = await makeStaff();
    const id = requestId();
    await cloud.script({ api, function: 'api', skip, times: 1, fault: 'kill-function' });
    const event = { action: 'filing.approve', input: { filingId: filing._id }, requestId: id };
    await cloud.call('api', event, { openid: staff.openid });
    expect(await cloud.find('filings', {})).toMatchObject([{ state: 'submitted', numbers: [] }]);
    expect(await cloud.find('units', {})).toMatchObject([{ seated: false }]);
    expect((await applicant.ask('me.get', {})).person?.seats).toEqual([]);
    expect(await cloud.find('audits', {})).toEqual([]);

    await cloud.clock.advance(31_000);
    const { numbers } = await staff.change('filing.approve', { filingId: filing._id }, id);
    expect(numbers).toEqual([expect.stringMatching(/^协会联备〔\d{4}〕\d号$/)]);
    expect((await applicant.ask('me.get', {})).person?.seats).toHaveLength(1);
  });

  it('finds its answer again when it died after the commit', async () => {
    const { filing } = await submitted(await makeUnit());
    const staff = await makeStaff();
    const id = requestId();
    await cloud.script({ api: 'database.commitTransaction', function: 'api', times: 1, fault: 'kill-after' });
    const event = { action: 'filing.approve', input: { filingId: filing._id }, requestId: id };
    await cloud.call('api', event, { openid: staff.openid });
    const [row] = await cloud.find('filings', {});
    expect(row).toMatchObject({ state: 'approved' });
    expect(await staff.change('filing.approve', { filingId: filing._id }, id)).toEqual({
      numbers: row?.numbers,
    });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
