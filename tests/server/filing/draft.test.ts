import { makeOffice, makeStaff, makeUnit, requestsOf, stranger } from '../../support';
import { samples, upload } from '../file/samples';
import { makeApplicant, returnedTo } from './registration';

describe('filing.draft', () => {
  it('is for its owner, not for strangers, other applicants or staff', async () => {
    const { filing } = await returnedTo(await makeUnit(), 'address');
    const filingId = filing._id;
    expect(await stranger().fails('filing.draft', { filingId })).toMatchObject({ code: 'consent' });
    expect(await (await makeStaff()).fails('filing.draft', { filingId })).toMatchObject({ code: 'consent' });
    const answer = await (await makeApplicant()).fails('filing.draft', { filingId });
    expect(answer).toEqual({ code: 'missing', message: '没有找到这份登记' });
  });

  it('names an id that is none, says so when there is no such registration', async () => {
    const who = await makeApplicant();
    expect(await who.fails('filing.draft', { filingId: { $ne: 1 } })).toMatchObject({
      code: 'invalid',
      field: 'filingId',
    });
    expect(await who.fails('filing.draft', { filingId: 'filing-nowhere' })).toMatchObject({
      code: 'missing',
    });
  });

  it('shows what was sent, what came back and the pictures', async () => {
    await makeOffice();
    const { filing, applicant } = await returnedTo(await makeUnit(), 'photo');
    const who = applicant;
    const ticket = await who.change('file.ticket', { use: 'photo', name: 'a.jpg', size: 3 });
    const fileId = await upload(ticket.cloudPath, samples.jpg);
    await who.change('file.accept', { fileKey: ticket.fileKey, fileId });
    await who.change('filing.correct', { filingId: filing._id, form: { photo: ticket.fileKey } });

    const draft = await who.ask('filing.draft', { filingId: filing._id });
    expect(draft).toMatchObject({
      filingId: filing._id,
      state: 'submitted',
      form: { ...filing.form, photo: ticket.fileKey },
    });
    expect(Object.keys(draft.urls)).toEqual([ticket.fileKey]);
    expect(await requestsOf('filing.draft')).toHaveLength(4);
  });
});
