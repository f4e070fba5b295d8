import { ImageRun, type IFloating } from 'docx';
import { pictureSize } from './picture-size';
import { pixels } from './text';

interface Frame {
  widthMm: number;
  heightMm: number;
  words: string;
  floating?: IFloating;
}

/** More than this share of a side is not cut off to fill the frame; the picture is then shown whole. */
const CUT_MAX = 0.3;

/** How a viewer turns each EXIF orientation: clockwise degrees after mirroring. */
const turns: Record<number, { rotation: number; mirror: boolean }> = {
  1: { rotation: 0, mirror: false },
  2: { rotation: 0, mirror: true },
  3: { rotation: 180, mirror: false },
  4: { rotation: 180, mirror: true },
  5: { rotation: 270, mirror: true },
  6: { rotation: 90, mirror: false },
  7: { rotation: 90, mirror: true },
  8: { rotation: 270, mirror: false },
};

/** A picture that fills its frame, its proportions kept; null when the bytes are no picture Word could show. */
export function picture(bytes: Buffer, { widthMm, heightMm, words, floating }: Frame): ImageRun | null {
  const size = pictureSize(bytes);
  if (!size) return null;
  const { rotation, mirror } = turns[size.orientation] ?? { rotation: 0, mirror: false };
  // A picture that lies on its side is laid out as stored and turned as a whole.
  const lying = rotation % 180 !== 0;
  const [frameWidth, frameHeight] = lying ? [heightMm, widthMm] : [widthMm, heightMm];
  const { cut, width, height } = filled(size.width / size.height, frameWidth, frameHeight);
  return new ImageRun({
    type: size.type,
    data: bytes,
    transformation: {
      width: pixels(width),
      height: pixels(height),
      ...(rotation && { rotation }),
      ...(mirror && { flip: { horizontal: true } }),
    },
    ...(cut && { crop: cut }),
    altText: { name: words, description: words, title: words },
    ...(floating && { floating }),
  });
}

function filled(ratio: number, frameWidth: number, frameHeight: number) {
  const wanted = frameWidth / frameHeight;
  const share = ratio > wanted ? 1 - wanted / ratio : 1 - ratio / wanted;
  if (share > CUT_MAX) {
    const scale = Math.min(frameWidth / ratio, frameHeight);
    return { cut: null, width: scale * ratio, height: scale };
  }
  const half = (share * 100) / 2;
  const cut = ratio > wanted ? { left: half, right: half } : { top: half, bottom: half };
  return { cut: share > 0.005 ? cut : null, width: frameWidth, height: frameHeight };
}
