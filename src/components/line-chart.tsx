import { Text, View } from '@tarojs/components';
import { role } from '@/lib/device/a11y';
import './line-chart.scss';

export interface Point {
  label: string;
  /** 0 to 1; null: nothing to show there. */
  share: number | null;
  /** The same in words, e.g. 95.2%. */
  text: string;
}

const WIDTH = 320;
const HEIGHT = 120;
const EDGE = 10;

/** Shares over time as a line. Drawn as SVG in a data URI (design.md §5); the numbers are text for who cannot see it. */
export function LineChart({ title, points }: { title: string; points: Point[] }) {
  const x = (i: number) => EDGE + (i * (WIDTH - 2 * EDGE)) / Math.max(points.length - 1, 1);
  const y = (share: number) => HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  const places = points.map(({ share }, i) =>
    share === null ? null : `${x(i).toFixed(1)},${y(share).toFixed(1)}`,
  );
  // A month without anything breaks the line: nothing is drawn across it.
  const lines = places
    .map((place) => place ?? '|')
    .join(' ')
    .split('|')
    .filter((line) => line.trim())
    .map(
      (line) =>
        `<polyline points='${line.trim()}' fill='none' stroke='#1F5FBF' stroke-width='2.5' vector-effect='non-scaling-stroke'/>`,
    );
  const dots = places
    .filter((place) => place !== null)
    // A line of no length with round ends: a circle would be stretched with the picture.
    .map(
      (place) =>
        `<path d='M${place}h0' stroke='#1F5FBF' stroke-width='8' stroke-linecap='round' vector-effect='non-scaling-stroke'/>`,
    );
  const grid = [0, 0.5, 1].map(
    (share) =>
      `<line x1='0' x2='${WIDTH}' y1='${y(share)}' y2='${y(share)}' stroke='#E5E6EB' stroke-width='1'/>`,
  );
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' preserveAspectRatio='none' viewBox='0 0 ${WIDTH} ${HEIGHT}'>${[...grid, ...lines, ...dots].join('')}</svg>`;
  const first = points[0];
  const last = points[points.length - 1];
  return (
    <View className="line-chart">
      <View className="line-chart-scale">
        <Text>100%</Text>
        <Text>50%</Text>
        <Text>0</Text>
      </View>
      <View className="line-chart-main">
        <View
          className="line-chart-picture"
          {...role('img')}
          aria-label={`${title}：${points.map(({ label, text }) => `${label}${text}`).join('，')}`}
          style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }}
        />
        <View className="line-chart-ends">
          <Text>{first?.label}</Text>
          {points.length > 1 && <Text>{last?.label}</Text>}
        </View>
      </View>
    </View>
  );
}
