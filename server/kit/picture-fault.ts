/** Why a file is no picture every phone and Word can show, in words that say what to do; null: none of those known. */
export function pictureFault(bytes: Buffer): string | null {
  const at = (from: number, words: string) => bytes.toString('latin1', from, from + words.length) === words;
  // A phone may name it .jpg when it is sent on.
  if (at(4, 'ftyp') && /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(bytes.toString('latin1', 8, 12)))
    return HEIC;
  if (at(0, 'RIFF') && at(8, 'WEBP')) return `这是WebP图片，${SHOT}`;
  if (at(0, 'GIF8')) return `这是GIF图片，${SHOT}`;
  return at(0, 'BM') ? `这是BMP图片，${SHOT}` : null;
}

/** By its name alone, before anything is sent. */
export const otherPictureName = (name: string): string | null => (/\.hei[cf]$/i.test(name) ? HEIC : null);

const SHOT = '请截一张图，或另存为jpg、png后再选';
/** Photos of an iPhone as it keeps them. */
const HEIC = '这是苹果手机的HEIC照片，请在手机“设置-相机-格式”里选“兼容性最佳”后重拍，或截一张图再选';
