import { localOnly, testCloud, type TestCloud } from './support';

const local = localOnly('a client’s addresses');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const upload = async (cloudPath: string, body: BodyInit) =>
  (await (
    await fetch(`${cloud.url}/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o' },
      body,
    })
  ).json()) as { fileID: string; errCode?: number };
const tempUrl = (fileID: string, maxAge?: number) =>
  cloud.run<string>(
    `return (await sdk.getTempFileURL({ fileList: [event.maxAge ? { fileID: event.fileID, maxAge: event.maxAge } : event.fileID] })).fileList[0].tempFileURL`,
    { fileID, ...(maxAge === undefined ? {} : { maxAge }) },
  );

describe('storage', () => {
  local('upload from the client, download in a function, Chinese names', async () => {
    const { fileID } = await upload('稿件/安全 简报.txt', '内容');
    expect(fileID).toMatch(/^cloud:\/\/.*\/稿件\/安全 简报\.txt$/);
    expect(
      await cloud.run('return (await sdk.downloadFile({ fileID: event.fileID })).fileContent.toString()', {
        fileID,
      }),
    ).toBe('内容');
  });

  test('upload in a function; the same path overwrites; delete', async () => {
    const result = await cloud.run(`
      const up = (s) => sdk.uploadFile({ cloudPath: 'a/b.bin', fileContent: Buffer.from(s) });
      await up('one');
      const { fileID } = await up('two');
      const text = (await sdk.downloadFile({ fileID })).fileContent.toString();
      const gone = await sdk.deleteFile({ fileList: [fileID, 'cloud://other/x'] });
      const after = await sdk.downloadFile({ fileID }).catch(plainError);
      return [text, gone.fileList.map((f) => f.status), after.code];
    `);
    expect(result).toEqual(['two', [0, -501007], 'STORAGE_FILE_NONEXIST']);
  });

  local('temporary addresses: type, HEAD, download name, expiry, forgery', async () => {
    const { fileID } = await upload('out/名单.xlsx', 'x');
    const url = await tempUrl(fileID, 60);
    const head = await fetch(encodeURI(url), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.headers.get('content-type')]).toEqual([
      200,
      '1',
      expect.stringContaining('spreadsheetml'),
    ]);
    const named = await fetch(`${encodeURI(url)}?download=${encodeURIComponent('回执 名单.xlsx')}`);
    expect(named.headers.get('content-disposition')).toBe(
      `attachment; filename="__ __.xlsx"; filename*=UTF-8''${encodeURIComponent('回执 名单.xlsx')}`,
    );
    const [, , , , token = ''] = url.split('/');
    const forged = `${cloud.url}/files/${Buffer.from(JSON.stringify({ get: 'out/名单.xlsx', until: 9e15 })).toString('base64url')}.${token.split('.')[1] ?? ''}/x`;
    expect((await fetch(forged)).status).toBe(403);
    await cloud.clock.advance(61_000);
    expect((await fetch(encodeURI(url))).status).toBe(403);
  });

  local('at most 50 addresses a call; a missing file is told per file', async () => {
    const result = await cloud.run(
      `
      const many = await sdk.getTempFileURL({ fileList: Array.from({ length: 51 }, () => event.prefix + 'x') }).catch(plainError);
      const one = await sdk.getTempFileURL({ fileList: [event.prefix + 'none'] });
      return [many.code, one.fileList[0].status];
    `,
      { prefix: (await upload('p', '')).fileID.replace(/p$/, '') },
    );
    expect(result).toEqual(['INVALID_PARAM', -503003]);
  });

  local.each(['../x', '/x', 'a/../../x', 'a\\b', 'a//b', './x', ''])(
    'the path %j cannot be used',
    async (cloudPath) => {
      expect(await upload(cloudPath, 'x')).toMatchObject({ errCode: -503004 });
      expect(
        await cloud.run(
          `return sdk.uploadFile({ cloudPath: event.p, fileContent: Buffer.from('x') }).then(() => 'ok', () => 'refused')`,
          { p: cloudPath },
        ),
      ).toBe('refused');
    },
  );

  local('FILE_SIZE_MAX: 20 MB and no more', async () => {
    expect(await upload('big', new Uint8Array(20 * 1024 * 1024))).toHaveProperty('fileID');
    const over = await upload('bigger', new Uint8Array(20 * 1024 * 1024 + 1)).catch(() => ({
      errCode: -403001,
    }));
    expect(over).toMatchObject({ errCode: -403001 });
  });

  local('getTempFileURL for the client', async () => {
    const { fileID } = await upload('a.txt', 'abc');
    const response = await fetch(`${cloud.url}/storage/getTempFileURL`, {
      method: 'POST',
      body: JSON.stringify({ fileList: [fileID] }),
    });
    const { fileList } = (await response.json()) as {
      fileList: Array<{ tempFileURL: string; status: number }>;
    };
    expect(fileList[0]?.status).toBe(0);
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('abc');
  });
});
