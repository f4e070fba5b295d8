import { PNG } from 'pngjs';

/** Pictures that stand in for photos and sealed pages: shapes only, nobody's face and no real seal. */

/** Colour of a pixel, 0xRRGGBB. */
type Paint = (x: number, y: number) => number;

/** A grey figure on white, 150 × 200. */
export const photo = (): Buffer =>
  draw(150, 200, (x, y) => {
    const head = (x - 75) ** 2 + (y - 75) ** 2 < 33 ** 2;
    const shoulders = ((x - 75) / 60) ** 2 + ((y - 200) / 75) ** 2 < 1;
    return head || shoulders ? 0x9aa3af : 0xf4f6f8;
  });

/** Lines of text and an empty red ring, 300 × 400. */
export const sealedPage = (): Buffer =>
  draw(300, 400, (x, y) => {
    if (Math.abs(Math.hypot(x - 215, y - 310) - 40) < 3) return 0xc4302b;
    const line = y > 60 && y < 240 && y % 20 < 3 && x > 35 && x < 265 - ((Math.floor(y / 20) * 17) % 45);
    return line ? 0x8a9099 : 0xffffff;
  });

function draw(width: number, height: number, paint: Paint): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) png.data.writeUInt32BE(paint(x, y) * 256 + 255, (y * width + x) * 4);
  // Trying out all filters is most of the time, and wins nothing on flat shapes.
  return PNG.sync.write(png, { filterType: 0, deflateStrategy: 0 });
}
