import { cloud, requestId, requestsOf } from '../../support';
import { auditsOf, draftingOffice, outsiders, someTemplate } from './drafting';

describe('notice.dropTemplate', () => {
  it('is not for a stranger, liaisons, former liaisons or staff without the right; names the field', async () => {
    const { writer } = await draftingOffice();
    const { templateId } = await writer.change('notice.saveTemplate', someTemplate());
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.dropTemplate', { templateId })).toMatchObject({ code });
    expect(await writer.fails('notice.dropTemplate', {})).toEqual({
      code: 'invalid',
      field: 'templateId',
      message: '缺少模板',
    });
    expect(await cloud.find('templates', {})).toMatchObject([{ active: true }]);
  });

  it('takes it away, once; of one that is gone it says so', async () => {
    const { writer, chief } = await draftingOffice();
    const { templateId } = await writer.change('notice.saveTemplate', someTemplate());
    const id = requestId();
    for (let twice = 0; twice < 2; twice += 1)
      expect(await chief.change('notice.dropTemplate', { templateId }, id)).toEqual({ templateId });
    expect((await requestsOf('notice.dropTemplate')).length).toBeLessThanOrEqual(4);
    expect(await cloud.find('templates', {})).toMatchObject([{ active: false }]);
    expect(await auditsOf(templateId)).toContainEqual({
      action: 'notice.dropTemplate',
      openid: chief.openid,
    });
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
    expect(await writer.fails('notice.dropTemplate', { templateId })).toEqual({
      code: 'missing',
      message: '没有找到这个模板，可能已被删除',
    });
  });
});
