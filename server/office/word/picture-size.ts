/** What a picture's own bytes say about it. */
export interface PictureSize {
  type: 'jpg' | 'png';
  /** Pixels as stored. */
  width: number;
  height: number;
  /** EXIF orientation 1–8 (TIFF 6.0, tag 0x0112): how a viewer must turn what is stored. */
  orientation: number;
}

/** Null for anything that is no whole jpg or png: such a picture is left out, for it would spoil the document. */
export function pictureSize(bytes: Buffer): PictureSize | null {
  try {
    const size = bytes.readUInt16BE(0) === 0xffd8 ? jpgSize(bytes) : pngSize(bytes);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    return null;
  }
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngSize(bytes: Buffer): PictureSize | null {
  if (!bytes.subarray(0, 8).equals(PNG_START) || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), orientation: 1 };
}

/** Walks the segments to the frame header (SOF0–SOF15 without the tables DHT, JPG, DAC). */
function jpgSize(bytes: Buffer): PictureSize | null {
  let orientation = 1;
  for (let at = 2; at < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return {
        type: 'jpg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        orientation,
      };
    }
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1)
      orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + length;
  }
  return null;
}

function exifOrientation(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  try {
    for (let i = 0; i < short(first); i += 1) {
      const entry = first + 2 + i * 12;
      const turned = short(entry + 8);
      if (short(entry) === 0x0112) return turned >= 1 && turned <= 8 ? turned : null;
    }
  } catch {
    // A broken directory: as it is stored.
  }
  return null;
}
