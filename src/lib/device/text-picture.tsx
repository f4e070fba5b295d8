import Taro from '@tarojs/taro';
import { Canvas } from '@tarojs/components';
import { toast } from '../toast';
import { MAX_HEIGHT, WIDTH, type Picture } from '../text-picture/layout';
import { measureWith, paint, type Brush } from '../text-picture/paint';
import type { Measure } from '../text-picture/lines';
import './text-picture.scss';

/** The nodes WeChat gives for a canvas of type 2d (base library 2.9.0). */
interface CanvasNode {
  width: number;
  height: number;
  getContext: (kind: '2d') => Brush;
}

/** Where pictures are drawn, beside the screen: must stand on the page that calls `handOverPictures`. */
export const PictureCanvas = () => (
  <Canvas type="2d" id="text-picture" canvasId="text-picture" className="text-picture" aria-hidden />
);

/**
 * Draws the pictures and hands them over: one goes to WeChat's own sheet (发送给朋友 · 保存 · 收藏), several to the album.
 * False where it did not succeed; the reader was told why.
 */
export async function handOverPictures(layOut: (measure: Measure) => Picture[]): Promise<boolean> {
  const canvas = await canvasNode();
  if (!canvas) return failed();
  canvas.width = WIDTH;
  // As high as it is styled: phones differ in which of the two sizes they cut the picture from.
  canvas.height = MAX_HEIGHT;
  const brush = canvas.getContext('2d');
  const paths: string[] = [];
  try {
    for (const picture of layOut(measureWith(brush))) {
      paint(brush, picture);
      paths.push(await fileOf(canvas, picture.height));
    }
  } catch {
    return failed();
  }
  const [only] = paths;
  if (only && paths.length === 1 && (await offered(only))) return true;
  return saved(paths);
}

function failed(): false {
  toast('没有生成图片，请改用复制全文');
  return false;
}

const canvasNode = (): Promise<CanvasNode | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select('#text-picture')
      .fields({ node: true })
      .exec((found: ({ node?: CanvasNode | null } | null)[]) => resolve(found[0]?.node ?? null));
  });

async function fileOf(canvas: CanvasNode, height: number): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    x: 0,
    y: 0,
    width: WIDTH,
    height,
    destWidth: WIDTH,
    destHeight: height,
    fileType: 'png',
  });
  return tempFilePath;
}

/** False where this WeChat has no such sheet; who closed it had the choice. */
const offered = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    void Taro.showShareImageMenu({
      path,
      success: () => resolve(true),
      fail: ({ errMsg }) => resolve(/cancel/.test(errMsg)),
    });
  });

async function saved(paths: string[]): Promise<boolean> {
  try {
    for (const filePath of paths) await Taro.saveImageToPhotosAlbum({ filePath });
    toast(`已保存${paths.length}张图片到相册`);
    return true;
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    if (!/cancel/.test(errMsg)) toast('没有保存成功，请在右上角“设置”里允许使用相册');
    return false;
  }
}
