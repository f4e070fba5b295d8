import { PNG } from 'pngjs';

/** A small plain picture as a person would choose it from the album. */
export function picture(name: string) {
  const png = new PNG({ width: 40, height: 60 });
  png.data.fill(180);
  return { name, mimeType: 'image/png', buffer: PNG.sync.write(png) };
}
