import { Text, View } from '@tarojs/components';
import { role } from '@/lib/device/a11y';
import './ring.scss';

interface Props {
  total: number;
  /** Units that left (退会) before they did what was asked; the ring is of the others. */
  left?: number;
  opened: number;
  done: number;
}

const RADIUS = 26;
const LENGTH = 2 * Math.PI * RADIUS;

/** Share done, never rounded up to 100 % while somebody is missing. */
export const percentOf = (done: number, total: number): number =>
  total === 0 ? 0 : Math.floor((done / total) * 100);

/** Opened and done as a ring; the numbers are text beside it. Drawn as SVG in a data URI (design.md §5). */
export function Ring({ total: all, left = 0, opened, done }: Props) {
  const total = all - left;
  const arc = (share: number, color: string) =>
    `<circle cx='32' cy='32' r='${RADIUS}' fill='none' stroke='${color}' stroke-width='8' stroke-dasharray='${(share * LENGTH).toFixed(1)} ${LENGTH.toFixed(1)}' transform='rotate(-90 32 32)'/>`;
  const share = (n: number) => (total === 0 ? 0 : n / total);
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'>${arc(1, '#E5E6EB')}${arc(share(opened), '#9DBCE8')}${arc(share(done), '#1F5FBF')}</svg>`;
  return (
    <View
      className="ring"
      {...role('img')}
      aria-label={`共${total}家，已打开${opened}家，已办${done}家`}
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }}
    >
      <Text className="ring-text">{percentOf(done, total)}%</Text>
    </View>
  );
}
