import { WIDTH, type Picture } from './layout';
import type { Look, Measure } from './lines';

/** What of a 2D context is used: the phone's and the browser's alike. */
export interface Brush {
  font: string;
  fillStyle: unknown;
  textBaseline: unknown;
  fillText: (text: string, x: number, y: number) => void;
  fillRect: (x: number, y: number, width: number, height: number) => void;
  measureText: (text: string) => { width: number };
}

const fontOf = ({ size, bold }: Look): string =>
  `${bold ? 'bold ' : ''}${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;

/** Each character is measured once for each look. */
export function measureWith(brush: Brush): Measure {
  const known = new Map<string, number>();
  return (cluster, look) => {
    const key = `${look.size}${look.bold ? 'b' : ''}${cluster}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    brush.font = fontOf(look);
    const { width } = brush.measureText(cluster);
    known.set(key, width);
    return width;
  };
}

export function paint(brush: Brush, { height, marks }: Picture): void {
  brush.fillStyle = '#FFFFFF';
  brush.fillRect(0, 0, WIDTH, height);
  brush.textBaseline = 'alphabetic';
  for (const mark of marks) {
    brush.fillStyle = mark.kind === 'text' ? mark.look.color : mark.color;
    if (mark.kind === 'bar') brush.fillRect(mark.x, mark.y, mark.width, mark.height);
    else {
      brush.font = fontOf(mark.look);
      brush.fillText(mark.text, mark.x, mark.y);
    }
  }
}
