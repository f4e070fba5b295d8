import type { FileUse } from '@contract/file';
import { as, cloud, expectLog, makeStaff, makeUpload, requestId, requestsOf, stranger } from '../../support';
import { samples, upload } from './samples';

type Kind = keyof typeof samples;

describe('file.accept', () => {
  const rows = () => cloud.find('uploads', {});
  const exists = async (fileId: string) => {
    const body = JSON.stringify({ fileList: [fileId] });
    const reply = await fetch(`${cloud.url}/storage/getTempFileURL`, { method: 'POST', body });
    return ((await reply.json()) as { fileList: { status: number }[] }).fileList[0]?.status === 0;
  };
  /** A ticket and the bytes sent to its place. */
  async function sent(use: FileUse, name: string, content: Buffer) {
    const staff = await makeStaff();
    const { fileKey, cloudPath } = await staff.change('file.ticket', { use, name, size: content.length });
    return { staff, fileKey, cloudPath, fileId: await upload(cloudPath, content) };
  }

  it.each([
    [{ fileKey: 'a b' }, 'fileKey', '文件不正确'],
    [{ fileId: 7 }, 'fileId', '缺少文件'],
    [{ fileId: 'https://example.com/a.jpg' }, 'fileId', '文件地址不正确'],
    [{ fileId: `cloud://${'a'.repeat(400)}` }, 'fileId', '文件地址不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const input = { fileKey: 'upload-1', fileId: 'cloud://x/y', ...wrong };
    expect(await stranger().fails('file.accept', input)).toEqual({ code: 'invalid', field, message });
  });

  it('is only for who asked for the place', async () => {
    const { fileKey, fileId } = await sent('photo', 'a.jpg', samples.jpg);
    for (const who of [stranger(), await makeStaff()])
      expect(await who.fails('file.accept', { fileKey, fileId })).toEqual({
        code: 'missing',
        message: '没有找到这个文件，请重新选择',
        field: 'fileKey',
      });
    expect(await rows()).toMatchObject([{ fileId: null }]);
  });

  it('takes only a file at the very place it gave', async () => {
    const { staff, fileKey, cloudPath, fileId } = await sent('photo', 'a.jpg', samples.jpg);
    const foreign = await upload('files/2026-11/other/other.jpg', samples.jpg);
    const wrong = { code: 'invalid', field: 'fileId', message: '文件地址与上传位置不符，请重新选择文件' };
    expect(await staff.fails('file.accept', { fileKey, fileId: foreign })).toEqual(wrong);
    expect(await staff.fails('file.accept', { fileKey, fileId: `cloud://x${cloudPath}` })).toEqual(wrong);
    const absent = { code: 'invalid', field: 'fileId', message: '文件没有传上来，请检查网络后重新上传' };
    expect(await staff.fails('file.accept', { fileKey, fileId: `cloud://elsewhere/${cloudPath}` })).toEqual(
      absent,
    );
    expect(await staff.change('file.accept', { fileKey, fileId })).toMatchObject({ fileKey });
  });

  it('says so when nothing was uploaded', async () => {
    const staff = await makeStaff();
    const { fileKey, cloudPath } = await staff.change('file.ticket', {
      use: 'photo',
      name: 'a.png',
      size: 5,
    });
    const known = await upload('files/known.png', samples.png);
    const fileId = known.replace('files/known.png', cloudPath);
    expect(await staff.fails('file.accept', { fileKey, fileId })).toEqual({
      code: 'invalid',
      field: 'fileId',
      message: '文件没有传上来，请检查网络后重新上传',
    });
  });

  it.each<[FileUse, string, Kind]>([
    ['photo', 'a.jpg', 'jpg'],
    ['photo', 'a.jpg', 'png'],
    ['recommendation', 'a.PNG', 'png'],
    ['attachment', 'a.pdf', 'pdf'],
    ['attachment', 'a.docx', 'docx'],
    ['attachment', 'a.xlsx', 'xlsx'],
    ['roster', '名册.xlsx', 'xlsx'],
    ['roster', '名册.xls', 'xls'],
    ['proofLetter', '证明.jpg', 'jpg'],
    ['licence', '执照.png', 'png'],
    ['letter', '来函.jpg', 'jpg'],
    ['paper', '回执.jpg', 'jpg'],
  ])('takes as %s %s with the bytes of %s', async (use, name, kind) => {
    const { staff, fileKey, fileId } = await sent(use, name, samples[kind]);
    const size = samples[kind].length;
    const accepted = await staff.change('file.accept', { fileKey, fileId });
    expect(accepted).toEqual({ fileKey, name, size, url: expect.any(String) });
    expect(Buffer.from(await (await fetch(accepted.url)).arrayBuffer())).toEqual(samples[kind]);
    expect(await rows()).toMatchObject([
      { _id: fileKey, fileId: expect.stringContaining(`/kept/${fileKey}.`), sentId: fileId, size },
    ]);
    expect(await exists(fileId)).toBe(false);
    expect(await requestsOf('file.accept')).toHaveLength(4);
  });

  it.each<[FileUse, string, Kind, string]>([
    ['photo', 'a.jpg', 'exe', 'jpg、png'],
    ['photo', 'a.png', 'pdf', 'jpg、png'],
    ['attachment', 'a.pdf', 'jpg', 'jpg、png、pdf、docx、xlsx'],
    ['attachment', 'a.docx', 'zip', 'jpg、png、pdf、docx、xlsx'],
    ['attachment', 'a.docx', 'xlsx', 'jpg、png、pdf、docx、xlsx'],
    ['attachment', 'a.docx', 'docm', 'jpg、png、pdf、docx、xlsx'],
    ['attachment', 'a.xlsx', 'text', 'jpg、png、pdf、docx、xlsx'],
    ['licence', '执照.jpg', 'pdf', 'jpg、png'],
    ['letter', '来函.png', 'docx', 'jpg、png'],
  ])('deletes what is sent as %s %s and is really %s', async (use, name, kind, types) => {
    const { staff, fileKey, fileId } = await sent(use, name, samples[kind]);
    expect(await staff.fails('file.accept', { fileKey, fileId })).toEqual({
      code: 'invalid',
      field: 'fileId',
      message: `这个文件的内容不是${types}，已删除，请重新选择`,
    });
    expect(await rows()).toEqual([]);
    expect(await exists(fileId)).toBe(false);
    expect(await staff.fails('file.accept', { fileKey, fileId })).toMatchObject({ code: 'missing' });
  });

  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(60)]);
  const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1');

  it.each<[FileUse, string, Buffer, RegExp]>([
    ['roster', '名册.xls', samples.xlsMacro, /带有宏/],
    ['roster', '名册.xls', samples.doc, /Word文档/],
    ['roster', '名册.xls', samples.xlsx, /改成\.xlsx/],
    ['roster', '名册.xlsx', samples.xls, /旧格式的表格/],
    ['roster', '名册.xlsx', samples.zip, /压缩包/],
    ['roster', '名册.xls', samples.text, /已损坏/],
    ['photo', '照片.jpg', heic, /HEIC照片.*兼容性最佳/],
    ['photo', '照片.jpg', webp, /WebP图片.*另存为jpg、png/],
    ['paper', '回执.jpg', Buffer.from('GIF89a'), /GIF图片/],
    ['licence', '执照.png', Buffer.from('BM\0\0'), /BMP图片/],
  ])('deletes %s %s and says what it is instead', async (use, name, content, words) => {
    const { staff, fileKey, fileId } = await sent(use, name, content);
    const error = await staff.fails('file.accept', { fileKey, fileId });
    expect(error).toMatchObject({ code: 'invalid', field: 'fileId' });
    expect(error.message).toMatch(words);
    expect(await rows()).toEqual([]);
    expect(await exists(fileId)).toBe(false);
  });

  it('deletes what is larger than it said it was', async () => {
    const large = Buffer.concat([samples.png, Buffer.alloc(10 * 1024 * 1024)]);
    const staff = await makeStaff();
    const { fileKey, cloudPath } = await staff.change('file.ticket', {
      use: 'photo',
      name: 'a.png',
      size: 100,
    });
    const fileId = await upload(cloudPath, large);
    expect(await staff.fails('file.accept', { fileKey, fileId })).toEqual({
      code: 'invalid',
      field: 'fileId',
      message: '照片最大5MB，这个文件已删除，请压缩后再传',
    });
    expect(await exists(fileId)).toBe(false);
  });

  it('survives a broken zip', async () => {
    const broken = samples.docx.subarray(0, samples.docx.length - 30);
    const { staff, fileKey, fileId } = await sent('attachment', 'a.docx', broken);
    expect(await staff.fails('file.accept', { fileKey, fileId })).toMatchObject({
      code: 'invalid',
      field: 'fileId',
    });
  });

  it('gives the same answer when sent twice, and keeps what it accepted', async () => {
    const { staff, fileKey, cloudPath, fileId } = await sent('photo', 'a.jpg', samples.jpg);
    const id = requestId();
    const first = await staff.change('file.accept', { fileKey, fileId }, id);
    const again = await staff.change('file.accept', { fileKey, fileId }, id);
    expect({ ...again, url: '' }).toEqual({ ...first, url: '' });
    expect(await cloud.find('audits', { action: 'file.accept' })).toHaveLength(1);
    expect(await staff.fails('file.accept', { fileKey, fileId: `cloud://x/${cloudPath}` })).toMatchObject({
      field: 'fileId',
    });
  });

  const served = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

  it('serves what it looked at, whatever is sent to the same place afterwards', async () => {
    const { staff, fileKey, cloudPath, fileId } = await sent('photo', 'a.jpg', samples.jpg);
    const first = await staff.change('file.accept', { fileKey, fileId });
    expect(await upload(cloudPath, samples.exe)).toBe(fileId);
    expect(await served(first.url)).toEqual(samples.jpg);
    const again = await staff.change('file.accept', { fileKey, fileId });
    expect(again).toMatchObject({ size: samples.jpg.length });
    expect(await served(again.url)).toEqual(samples.jpg);
    expect(await exists(fileId)).toBe(false);
  });

  it('answers five at once the same', async () => {
    const { staff, fileKey, fileId } = await sent('photo', 'a.jpg', samples.jpg);
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => staff.change('file.accept', { fileKey, fileId }, id)),
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({ fileKey, size: samples.jpg.length });
      expect(await served(answer.url)).toEqual(samples.jpg);
    }
    expect(await cloud.find('audits', { action: 'file.accept' })).toHaveLength(1);
  });

  it.each([
    ['before it was kept', 'storage.getUploadMetadata', false],
    ['before the row says so', 'database.modifyDocument', false],
    ['before the sent one is removed', 'storage.batchDeleteFile', true],
    ['before it is recorded', 'database.insertDocument', true],
  ])('is finished by a repeat when the function died %s', async (_when, api, done) => {
    const { staff, fileKey, fileId } = await sent('photo', 'a.jpg', samples.jpg);
    const [id, input] = [requestId(), { fileKey, fileId }];
    await cloud.script({ api, function: 'api', times: 1, fault: 'kill-function' });
    await cloud.call('api', { action: 'file.accept', input, requestId: id }, { openid: staff.openid });
    expect(await cloud.find('audits', { action: 'file.accept' })).toEqual([]);
    expect(!!(await rows())[0]?.fileId).toBe(done);

    const { url } = await staff.change('file.accept', input, id);
    expect(await served(url)).toEqual(samples.jpg);
    expect(await rows()).toMatchObject([{ sentId: fileId, size: samples.jpg.length }]);
    expect(await exists(fileId)).toBe(false);
    expect(await cloud.find('audits', { action: 'file.accept' })).toHaveLength(1);
  });

  it('goes on serving a file accepted before copies were kept', async () => {
    const cloudPath = 'files/2026-11/old/old.png';
    const fileId = await upload(cloudPath, samples.png);
    const { _id: fileKey, owner } = await makeUpload({ fileId, cloudPath });
    const { url } = await as(owner).change('file.accept', { fileKey, fileId });
    expect(await served(url)).toEqual(samples.png);
    expect(await exists(fileId)).toBe(true);
  });

  it('logs no name and no address when the storage fails', async () => {
    const { _id: fileKey, owner, cloudPath } = await makeUpload({ fileId: null, name: '示例人身份证.png' });
    expectLog(/file\.accept/);
    const fault = { errCode: 'SYS_ERR', errMsg: `no ${cloudPath} of ${owner}` };
    await cloud.script({ api: 'storage.batchGetDownloadUrl', times: 1, fault });
    const input = { fileKey, fileId: `cloud://local/${cloudPath}` };
    expect(await as(owner).fails('file.accept', input)).toMatchObject({ code: 'busy' });
    const logs = (await cloud.invocations()).flatMap((invocation) => invocation.logs).join();
    expect(logs).not.toMatch(/身份证|openid-owner|cloud:/);
  });
});
