import { toast } from '../toast';
import { WIDTH, type Picture } from '../text-picture/layout';
import type { Measure } from '../text-picture/lines';
import { measureWith, paint } from '../text-picture/paint';

/** A browser needs no place on the page to draw. */
export const PictureCanvas = () => null;

/** A browser downloads the pictures. */
export async function handOverPictures(layOut: (measure: Measure) => Picture[]): Promise<boolean> {
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d');
  if (!brush) return false;
  const pictures = layOut(measureWith(brush));
  for (const [i, picture] of pictures.entries()) {
    canvas.width = WIDTH;
    canvas.height = picture.height;
    paint(brush, picture);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) download(blob, pictures.length > 1 ? `通知-${i + 1}.png` : '通知.png');
  }
  toast(`已保存${pictures.length}张图片`);
  return true;
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
