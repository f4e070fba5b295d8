import * as sdk from 'wx-server-sdk';

/** The one place that touches wx-server-sdk. The environment says which cloud: the local one or CloudBase. */
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string });

export const db = sdk.database({ throwOnNotFound: false } as Parameters<typeof sdk.database>[0]);
export const _ = db.command;

/** The caller's openid as the platform vouches for it; empty in timers. Never taken from the payload. */
export const callerOpenid = (): string => sdk.getWXContext().OPENID ?? '';

/** A person's client called, not a timer, another function or WeChat's own push. */
export const calledByClient = (): boolean => /^wx_(client|devtools)$/.test(sdk.getWXContext().SOURCE ?? '');

export const files = {
  /** Temporary addresses by file id (batches of 50, the platform's limit); a lost file has none. */
  async urls(fileIds: string[]): Promise<Map<string, string>> {
    const urls = new Map<string, string>();
    for (let i = 0; i < fileIds.length; i += 50) {
      const reply = await sdk.getTempFileURL({ fileList: fileIds.slice(i, i + 50) });
      for (const file of reply?.fileList ?? []) if (file.tempFileURL) urls.set(file.fileID, file.tempFileURL);
    }
    return urls;
  },
  async bytes(fileId: string): Promise<Buffer> {
    const reply = await sdk.downloadFile({ fileID: fileId });
    return reply.fileContent;
  },
  async upload(cloudPath: string, content: Buffer): Promise<string> {
    const reply = await sdk.uploadFile({ cloudPath, fileContent: content });
    return reply.fileID;
  },
  async remove(fileIds: string[]): Promise<void> {
    await sdk.deleteFile({ fileList: fileIds });
  },
};

export const openapi = sdk.openapi as Record<
  string,
  Record<string, (input: object) => Promise<Record<string, unknown>>>
>;
