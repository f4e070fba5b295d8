import { cloud, makeStaff, requestsOf } from '../../support';
import { draftingOffice, outsiders, someTemplate } from './drafting';

describe('notice.listTemplates', () => {
  it('is not for a stranger, liaisons, former liaisons or staff without the right', async () => {
    await draftingOffice();
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.listTemplates', {})).toMatchObject({ code });
  });

  it('shows colleagues what was saved, the last first, in two requests', async () => {
    const { writer } = await draftingOffice();
    await writer.change('notice.saveTemplate', someTemplate());
    await cloud.clock.advance(60_000);
    const { templateId } = await writer.change('notice.saveTemplate', someTemplate({ name: '另一个' }));
    await cloud.clock.advance(60_000);
    const dropped = await writer.change('notice.saveTemplate', someTemplate({ name: '不要的' }));
    await writer.change('notice.dropTemplate', dropped);
    const { templates } = await (await makeStaff('editor')).ask('notice.listTemplates', {});
    expect(templates.map(({ name }) => name)).toEqual(['另一个', '季度信息']);
    expect(templates[0]).toEqual({
      templateId,
      name: '另一个',
      by: '示例写手',
      content: someTemplate().content,
    });
    expect(await requestsOf('notice.listTemplates')).toHaveLength(2);
  });
});
