import { cloud, makePerson, pushAccepts, requestsOf, stranger } from '../../support';

const creditsOf = async (openid: string) => (await cloud.find('people', { _id: openid }))[0]?.credits;

describe('outbox.accept', () => {
  it('turns a stranger away', async () => {
    const who = stranger();
    expect(await who.fails('outbox.accept', { messages: ['notice'] })).toMatchObject({ code: 'stranger' });
    expect(await cloud.find('people', {})).toEqual([]);
  });

  it.each([
    [{}, 'messages'],
    [{ messages: [] }, 'messages'],
    [{ messages: ['advert'] }, 'messages.0'],
    [{ messages: ['notice', 'todo', 'result', 'notice'] }, 'messages'],
  ])('names the field that is wrong in %j', async (input, field) => {
    const who = await makePerson();
    expect(await who.fails('outbox.accept', input)).toMatchObject({ code: 'invalid', field });
  });

  it('counts one message more for each, and leaves an audit entry', async () => {
    const who = await makePerson();
    const reply = await who.change('outbox.accept', { messages: ['notice', 'todo', 'notice'] });
    expect(reply).toEqual({
      messages: [
        { message: 'notice', left: 1 },
        { message: 'todo', left: 1 },
      ],
    });
    expect(await creditsOf(who.openid)).toEqual({ notice: { told: 1 }, todo: { told: 1 } });
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'outbox.accept', collection: 'people', subjectId: who.openid },
    ]);
    expect((await requestsOf('outbox.accept')).length).toBeLessThanOrEqual(5);
  });

  it('sent twice, counts once', async () => {
    const who = await makePerson();
    const id = 'request-of-accept-0001';
    const first = await who.change('outbox.accept', { messages: ['notice'] }, id);
    expect(await who.change('outbox.accept', { messages: ['notice'] }, id)).toEqual(first);
    expect(await creditsOf(who.openid)).toEqual({ notice: { told: 1 } });
  });

  it('WeChat’s push of the same accept is not counted on top', async () => {
    const who = await makePerson();
    await who.change('outbox.accept', { messages: ['notice'] });
    await pushAccepts(who.openid, 1);
    const { messages } = await who.ask('outbox.mine', {});
    expect(messages.find(({ message }) => message === 'notice')).toMatchObject({ left: 1 });
  });
});
