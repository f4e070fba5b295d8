import { WxFailure, type Options } from './answer';
import type { Files } from './files';

interface Taken {
  path: string;
  words: string[];
  width: number;
  height: number;
}

/** A page's canvas of type 2d: keeps the words drawn on it; Chinese is as wide as high, Latin half of that. */
export function makeCanvas(files: Files) {
  /** Pictures taken of it. */
  const taken: Taken[] = [];
  let words: string[] = [];
  const brush = {
    font: '16px',
    fillStyle: '',
    textBaseline: '',
    measureText: (text: string) => {
      const size = Number(/(\d+)px/.exec(brush.font)?.[1]);
      return { width: [...text].reduce((sum, one) => sum + (one < '\u0250' ? size / 2 : size), 0) };
    },
    fillText: (text: string) => void words.push(text),
    fillRect: (x: number, y: number, width: number, height: number) => {
      if (x === 0 && y === 0 && width === node.width && height > 100) words = [];
    },
  };
  const node = { width: 300, height: 150, getContext: (kind: string) => (kind === '2d' ? brush : null) };
  const apis = {
    canvasToTempFilePath: ({ canvas, width, height }: Options) => {
      if (canvas !== node || Number(width) > node.width || Number(height) > node.height || node.height > 4096)
        throw new WxFailure('canvasToTempFilePath', 'invalid canvas');
      const { path } = files.pick('canvas.png', new Uint8Array(100));
      taken.push({ path, words, width: Number(width), height: Number(height) });
      return { tempFilePath: path };
    },
  };
  return { node, taken, apis };
}
