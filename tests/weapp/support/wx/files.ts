import { WxFailure, type Options } from './answer';

/** The files of a phone: picked ones under `http://tmp`, kept ones under the app's own folder. */
export class Files {
  static readonly home = 'http://usr';
  private readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  private made = 0;

  /** Puts a file where a picker leaves it. */
  pick(name: string, bytes: Uint8Array<ArrayBuffer>): { path: string; name: string; size: number } {
    const path = `http://tmp/${(this.made += 1)}-${name}`;
    this.kept.set(path, bytes);
    return { path, name, size: bytes.byteLength };
  }

  read(path: string): Uint8Array<ArrayBuffer> {
    const bytes = this.kept.get(path);
    if (bytes === undefined) throw new WxFailure('readFile', `no such file or directory, open '${path}'`);
    return bytes;
  }

  has = (path: string): boolean => this.kept.has(path) || path === Files.home;
  remove = (path: string): void => void this.kept.delete(path);
  paths = (): string[] => [...this.kept.keys()];
  write = (path: string, bytes: Uint8Array<ArrayBuffer>): void => void this.kept.set(path, bytes);

  /** Temporary files die with the app. */
  restart(): void {
    for (const path of this.kept.keys()) if (path.startsWith('http://tmp')) this.kept.delete(path);
  }

  /** The calls of `wx.getFileSystemManager()`, by name. */
  manager: Record<string, (options: Options) => unknown> = {
    saveFile: ({ tempFilePath, filePath }) => {
      const to = typeof filePath === 'string' ? filePath : `${Files.home}/${(this.made += 1)}`;
      this.write(to, this.read(String(tempFilePath)));
      this.remove(String(tempFilePath));
      return { savedFilePath: to };
    },
    copyFile: ({ srcPath, destPath }) => this.write(String(destPath), this.read(String(srcPath))),
    access: ({ path }) => {
      if (!this.has(String(path))) throw new WxFailure('access', `no such file or directory ${String(path)}`);
    },
    unlink: ({ filePath }) => {
      this.read(String(filePath));
      this.remove(String(filePath));
    },
    mkdir: () => undefined,
    readFile: ({ filePath }) => ({ data: this.read(String(filePath)).buffer }),
    writeFile: ({ filePath, data }) =>
      this.write(String(filePath), Uint8Array.from(Buffer.from(String(data)))),
    getFileInfo: ({ filePath }) => ({ size: this.read(String(filePath)).byteLength }),
    stat: ({ path }) => ({ stats: { size: this.read(String(path)).byteLength } }),
  };

  /** Those that answer at once. */
  sync = {
    copyFileSync: (from: string, to: string): void => this.write(to, this.read(from)),
    unlinkSync: (path: string): void => this.remove(path),
    accessSync: (path: string): void => {
      if (!this.has(path)) throw new WxFailure('accessSync', `no such file or directory ${path}`);
    },
  };
}
