import { makePerson, requestsOf, stranger } from '../../support';

describe('outbox.mine', () => {
  it('tells a stranger the templates, with nothing left', async () => {
    expect(await stranger().ask('outbox.mine', {})).toEqual({
      messages: [
        { message: 'notice', templateId: 'local-template-notice', left: 0 },
        { message: 'todo', templateId: 'local-template-todo', left: 0 },
        { message: 'result', templateId: 'local-template-result', left: 0 },
      ],
    });
  });

  it('counts what was accepted and not sent yet, never below zero', async () => {
    const who = await makePerson({
      credits: { notice: { told: 3, pushed: 4, spent: 2 }, todo: { told: 1, spent: 5 } },
    });
    const { messages } = await who.ask('outbox.mine', {});
    expect(messages.map(({ left }) => left)).toEqual([2, 0, 0]);
    expect((await requestsOf('outbox.mine')).length).toBe(1);
  });
});
