import type { Upload } from '@server/stores/uploads';
import { PHOTO_KEY, SEALED_PAGE_KEY } from './form';
import { photo, sealedPage } from './placeholder';
import type { DemoFile } from './rows';

const kinds = [
  { key: PHOTO_KEY, use: 'photo', name: '示例照片.png', draw: photo },
  { key: SEALED_PAGE_KEY, use: 'recommendation', name: '示例推荐意见.png', draw: sealedPage },
] as const;

/** The two pictures that every filing of the demo shows, with their upload rows. */
export function makeFiles(owner: string, createdAt: Date): { files: DemoFile[]; uploads: Upload[] } {
  const made = kinds.map(({ draw, ...kind }) => ({
    ...kind,
    cloudPath: `demo/${kind.key}.png`,
    bytes: draw(),
  }));
  return {
    files: made.map(({ key, cloudPath, bytes }) => ({ key, cloudPath, bytes })),
    uploads: made.map(({ key, use, name, cloudPath, bytes }): Upload => {
      return { _id: key, owner, use, name, size: bytes.length, cloudPath, fileId: null, createdAt };
    }),
  };
}
