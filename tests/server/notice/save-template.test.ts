import { cloud, requestId, requestsOf } from '../../support';
import { auditsOf, draftingOffice, outsiders } from './drafting';
import { someTemplate } from './drafting';

describe('notice.saveTemplate', () => {
  it('is not for a stranger, liaisons, former liaisons or staff without the right', async () => {
    await draftingOffice();
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.saveTemplate', someTemplate())).toMatchObject({ code });
    expect(await cloud.find('templates', {})).toEqual([]);
  });

  const content = someTemplate().content;
  it.each([
    ['no name', { name: ' ' }, 'name', '请填写模板名称'],
    ['a name too long', { name: '长'.repeat(31) }, 'name', '模板名称最多30字'],
    ['no words', { content: undefined }, 'content', '请先写好内容，再存为模板'],
    ['an empty body', { content: { ...content, body: [] } }, 'content.body', '请填写正文'],
    [
      'a file of one’s own',
      { content: { ...content, body: [{ type: 'picture', fileKey: 'upload-key-0001', caption: '' }] } },
      'content.body',
      '模板里不能有图片和附件，请删掉后再存',
    ],
  ])('names the field: %s', async (_what, wrong, field, message) => {
    const { writer } = await draftingOffice();
    expect(await writer.fails('notice.saveTemplate', { ...someTemplate(), ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await cloud.find('templates', {})).toEqual([]);
  });

  it('is refused when WeChat calls it risky', async () => {
    const { writer } = await draftingOffice();
    expect(await writer.fails('notice.saveTemplate', someTemplate({ name: '代开发票' }))).toMatchObject({
      code: 'risky',
    });
  });

  it('stores a new one, once, and renames or rewrites it', async () => {
    const { writer, chief } = await draftingOffice();
    const id = requestId();
    expect(await writer.change('notice.saveTemplate', someTemplate(), id)).toEqual({ templateId: id });
    expect((await requestsOf('notice.saveTemplate')).length).toBeLessThanOrEqual(5);
    expect(await writer.change('notice.saveTemplate', someTemplate(), id)).toEqual({ templateId: id });
    expect(await cloud.find('templates', {})).toMatchObject([
      { _id: id, name: '季度信息', by: '示例写手', active: true },
    ]);
    const again = requestId();
    for (let twice = 0; twice < 2; twice += 1)
      await chief.change('notice.saveTemplate', { templateId: id, name: '季度信息报送' }, again);
    const [row] = await cloud.find('templates', {});
    expect(row).toMatchObject({ name: '季度信息报送', by: '示例秘书长', content: someTemplate().content });
    expect(await auditsOf(id)).toEqual([
      { action: 'notice.saveTemplate', openid: writer.openid },
      { action: 'notice.saveTemplate', openid: chief.openid },
    ]);
    expect(await cloud.find('audits', {})).toHaveLength(2);
  });

  it('of one that is gone, or one too many, says so', async () => {
    const { writer } = await draftingOffice();
    expect(await writer.fails('notice.saveTemplate', { templateId: 'nowhere', name: '新名' })).toMatchObject({
      code: 'missing',
    });
    const { templateId } = await writer.change('notice.saveTemplate', someTemplate());
    const [row] = await cloud.find('templates', {});
    await cloud.insert(
      'templates',
      Array.from({ length: 99 }, (_, i) => ({ ...row, _id: `template-${i}` })),
    );
    expect(await writer.fails('notice.saveTemplate', someTemplate())).toEqual({
      code: 'conflict',
      message: '模板最多100个，请先删掉不用的',
    });
    await writer.change('notice.saveTemplate', { templateId, name: '改名还可以' });
  });
});
