/**
 * Characters taken for each other by the eye, by the reader of a scan or by a wrong stroke. A group is one shape: names
 * that differ in nothing else are shown to somebody as perhaps one unit, never taken for one.
 */
const GROUPS = [
  '日曰',
  '未末',
  '己已巳',
  '土士',
  '人入八',
  '大太犬',
  '干千于',
  '天夫',
  '王玉',
  '田由甲申',
  '目且',
  '贝见',
  '鸟乌',
  '今令',
  '刀力',
  '午牛',
  '木本术',
  '戊戌戍',
  '治冶',
  '晴睛',
  '拨拔',
  '汨汩',
  '准淮',
  '侯候',
  '崇祟',
  '斤斥',
  '折拆',
  '洒酒',
  '兔免',
  '代伐',
  '卯卵',
  '旦亘',
  '抡抢',
  '仑仓',
  '沦沧',
  '秦泰奏',
  '券卷',
  '休体',
  '茶荼',
  '享亨',
  '盲肓',
  '冷泠',
  '段叚',
  '壶壸',
  '宇字',
  '风凤',
  '广厂',
  '全金',
  '白自',
  '东车',
  '厉历',
  '没设',
  '埔浦',
  '昊吴',
  '鼎晶',
  '桥挢',
  '0o〇○οоθ',
  '1il|ⅰ丨ι',
  '一—―ー–',
  '5s',
  '8bвβ',
  '2zζ',
  // Greek and Cyrillic letters of the same look; small, as names are compared.
  'aαа',
  'eеε',
  'cсϲ',
  'pрρ',
  'xхχ',
  'kкκ',
  'mмμ',
  'tтτ',
  'hнη',
  'yуυ',
  'nν',
];

const shapes = new Map<string, string>(
  GROUPS.flatMap((group) => {
    const [first = '', ...others] = [...group];
    return others.map((one) => [one, first] as const);
  }),
);

/** One character for all that look like it. */
export const shapeOf = (one: string): string => shapes.get(one) ?? one;

/** A name as a hasty eye sees it. */
export const shapesOf = (name: string): string => [...name].map(shapeOf).join('');
