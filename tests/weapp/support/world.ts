import type { ShownPage } from './page';
import { Interface } from './wx/interface';
import { api, type Options } from './wx/answer';
import type { makeCanvas } from './wx/canvas';
import { cloudApis, type CloudApis } from './wx/cloud';
import { Files } from './wx/files';
import { Network } from './wx/network';
import { selectorQuery } from './wx/query';
import { storageApis, type Stored } from './wx/storage';
import { systemApis, type Screen } from './wx/system';

export interface Parts {
  openid: string;
  stored: Stored;
  files: Files;
  network: Network;
  face: Interface;
  canvas: ReturnType<typeof makeCanvas>;
  screen: Screen;
  launch: Record<string, unknown>;
  routes: Record<string, (options: Options) => unknown>;
  later: (run: () => void) => void;
  onError: (error: unknown) => void;
  missing: (name: string) => void;
}

/** Read by webpack's runtime before anything is there; undefined at first, or no chunk is ever run. */
const UNSET = ['webpackJsonp'];

/** The `wx` of one running mini-program: an API it lacks fails by name, so that a new one is added on purpose. */
export function makeWx(parts: Parts): { wx: object; cloud: CloudApis } {
  const { openid, stored, files, network, face, launch, later, onError } = parts;
  const cloud = cloudApis(openid, network, files);
  const storage = storageApis(stored);
  const system = systemApis(parts.screen);
  const asynchronous: Record<string, (options: Options) => unknown> = {
    ...storage.async,
    ...system.async,
    ...face.apis,
    ...parts.canvas.apis,
    ...parts.routes,
    ...pickers(files),
    getNetworkType: () => ({ networkType: network.type }),
    requestSubscribeMessage: ({ tmplIds }) =>
      Object.fromEntries((tmplIds as string[]).map((id) => [id, 'accept'])),
  };
  const target: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(asynchronous).map(([name, run]) => [name, api(name, run, onError)])),
    ...storage.sync,
    ...system.sync,
    ...Object.fromEntries(system.listeners.map((name) => [name, () => undefined])),
    ...network.apis,
    env: { USER_DATA_PATH: Files.home },
    cloud: { init: () => undefined, ...cloud.apis },
    createSelectorQuery: () => selectorQuery(later, { '#text-picture': parts.canvas.node }),
    createIntersectionObserver: () => ({
      relativeToViewport: () => ({ observe: () => undefined }),
      disconnect: () => undefined,
    }),
    nextTick: later,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getFileSystemManager: () => ({
      ...Object.fromEntries(
        Object.entries(files.manager).map(([name, run]) => [name, api(name, run, onError)]),
      ),
      ...files.sync,
    }),
  };
  return { wx: strict(target, parts.missing), cloud };
}

function strict(target: Record<string, unknown>, missing: (name: string) => void): object {
  return new Proxy(target, {
    get: (_, name) => {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
      if (UNSET.includes(name)) return undefined;
      missing(name);
      throw new Error(`wx.${name} is used and tests/weapp/support has no stand-in for it`);
    },
  });
}

const pickers = (files: Files): Record<string, (options: Options) => unknown> => ({
  chooseMedia: () => {
    const { path, size } = files.pick('photo.jpg', new Uint8Array(2000));
    return { type: 'image', tempFiles: [{ tempFilePath: path, size, fileType: 'image' }] };
  },
  chooseImage: () => {
    const { path, size } = files.pick('photo.jpg', new Uint8Array(2000));
    return { tempFilePaths: [path], tempFiles: [{ path, size }] };
  },
  chooseMessageFile: () => ({
    tempFiles: [{ ...files.pick('附件.docx', new Uint8Array(2000)), type: 'file', time: 0 }],
  }),
  compressImage: ({ src }) => ({ tempFilePath: src }),
  downloadFile: async ({ url }) => {
    const bytes = new Uint8Array(await (await fetch(String(url))).arrayBuffer());
    return { statusCode: 200, tempFilePath: files.pick('download', bytes).path };
  },
  getImageInfo: ({ src }) => ({ path: src, width: 800, height: 600, type: 'jpeg', orientation: 'up' }),
});

export const instancesOf = (pages: ShownPage[]): unknown[] => pages.map(({ instance }) => instance);
