import Taro from '@tarojs/taro';

/** The only place that touches Taro.cloud; the browser's twin is cloud.h5.ts. */

export function startCloud(): void {
  Taro.cloud.init(CLOUD_ENV ? { env: CLOUD_ENV } : {});
}

export async function callFunction(name: string, data: object): Promise<unknown> {
  const reply = await Taro.cloud.callFunction({ name, data });
  return reply.result;
}

/** Uploads a file of the device; the platform's id of it. `onProgress` hears whole percents. */
export function uploadFile(
  cloudPath: string,
  filePath: string,
  onProgress?: (percent: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
    if (onProgress) task.onProgressUpdate(({ progress }) => onProgress(progress));
  });
}
