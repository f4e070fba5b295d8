import { utils, write } from '@e965/xlsx';
import { makeStaff, requestId } from '../../support';
import { samples, upload, zip } from '../file/samples';
import { docx, p, sent } from './papers';

/** What is sent as a Word paper and is none: each refusal says what to do. */

async function refusal(content: Buffer, name = '通知.docx') {
  const staff = await makeStaff();
  const input = { use: 'manuscript' as const, name, size: Math.max(content.length, 1) };
  const ticket = await staff.call('file.ticket', input, requestId());
  if (!ticket.ok) return ticket.error;
  const { fileKey, cloudPath } = ticket.data;
  const reply = await staff.call(
    'file.accept',
    { fileKey, fileId: await upload(cloudPath, content) },
    requestId(),
  );
  if (!reply.ok) return reply.error;
  return staff.fails('manuscript.read', { fileKey });
}

const locked = Buffer.concat([samples.doc, Buffer.from('EncryptedPackage', 'utf16le')]);

describe('a paper that cannot be read is refused with what to do', () => {
  it.each(['通知.doc', '通知.DOC', '通知.wps', '通知.rtf'])('by its name: %s', async (name) => {
    expect(await refusal(samples.doc, name)).toEqual({
      code: 'invalid',
      field: 'name',
      message: '这是旧格式的文件（.doc或.wps），请用Word或WPS打开，另存为.docx后再导入',
    });
  });

  it.each<[string, Buffer, RegExp]>([
    ['an old .doc with a new name', samples.doc, /旧格式的文件.*另存为\.docx/],
    ['one with a password', locked, /设了打开密码.*取消密码.*另存为\.docx/],
    ['a PDF with a new name', samples.pdf, /PDF文件.*Word原稿/],
    ['a zip of something', samples.zip, /不是Word文档或已损坏.*另存为\.docx/],
    ['an RTF with a new name', Buffer.from('{\\rtf1\\ansi text}'), /RTF文件.*另存为\.docx/],
    ['a paper with macros', samples.docm, /另存为\.docx|带有宏/],
    ['an empty shell', samples.docx, /打不开.*另存为\.docx/],
  ])('by its bytes: %s', async (_what, content, message) => {
    expect(await refusal(content)).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(message),
    });
  });

  it('by its bytes: a real Excel sheet with a new name', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['单位', '人数']]));
    const content = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect(await refusal(content)).toMatchObject({
      code: 'invalid',
      message: '这是Excel表格，不能导入正文；请复制表格粘贴进来，或作为附件添加',
    });
  });

  it('one cut off on its way', async () => {
    const whole = await docx({ body: p('字'.repeat(4000)) });
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'invalid' });
  });

  it('one with a broken part', async () => {
    const paper = (document: string) =>
      zip({ '[Content_Types].xml': types, '_rels/.rels': '<x/>', 'word/document.xml': document });
    const types = `<Types>wordprocessingml.document.main+xml</Types>`;
    for (const document of [
      '',
      '<w:document',
      '<a><b></a>',
      '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
      '<x/>',
    ])
      expect(await refusal(paper(document))).toMatchObject({
        message: '这个文件打不开，可能已损坏或过于复杂，请用Word或WPS打开，另存为.docx后再导入',
      });
  });

  it('a zip bomb, however small it is packed, and one nested without end', async () => {
    const types = `<Types>wordprocessingml.document.main+xml</Types>`;
    const bomb = zip({
      '[Content_Types].xml': types,
      '_rels/.rels': '<x/>',
      'word/document.xml': `<w:document><w:body>${' '.repeat(40 * 1024 * 1024)}</w:body></w:document>`,
    });
    expect(bomb.length).toBeLessThan(100_000);
    const started = Date.now();
    const message = expect.stringContaining('过于复杂') as string;
    expect(await refusal(bomb)).toMatchObject({ message });
    const deep = `<w:document><w:body>${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}</w:body></w:document>`;
    expect(await refusal(zip({ '[Content_Types].xml': types, 'word/document.xml': deep }))).toMatchObject({
      message,
    });
    expect(Date.now() - started).toBeLessThan(8000);
  });

  it('a picture that unpacks to more than a picture may have is named, the words are taken', async () => {
    const { who, fileKey } = await sent(
      await docx({
        body: p('正文') + p('<w:r><w:drawing><a:blip r:embed="p1"/></w:drawing></w:r>'),
        relations: { p1: 'media/a.png' },
        media: { 'media/a.png': Buffer.alloc(6 * 1024 * 1024) },
      }),
    );
    expect(await who.change('manuscript.read', { fileKey })).toMatchObject({
      blocks: [{ type: 'paragraph' }],
      left: ['1张图片超过5MB没有导入，请压缩后添加'],
    });
  });
});
