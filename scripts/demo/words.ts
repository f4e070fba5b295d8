import type { Nature } from '@contract/unit';

/** Invented words the demo's names are put together from. No real unit, mine or person is meant. */

/** Every first with every second character gives a root such as 青岚, 北屏. */
export const rootFirst = [...'青北望栖霁澜朔沐皓苍曦凌澄穹墨弦'];
export const rootSecond = [...'岚屏砚岑阙璟黛'];

/** Prefectures with post code, area code and how many of 100 units are there. */
export const regions = [
  { name: '榆林', postCode: '719000', areaCode: '0912', share: 27 },
  { name: '西安', postCode: '710000', areaCode: '029', share: 22 },
  { name: '延安', postCode: '716000', areaCode: '0911', share: 11 },
  { name: '咸阳', postCode: '712000', areaCode: '029', share: 10 },
  { name: '铜川', postCode: '727000', areaCode: '0919', share: 8 },
  { name: '渭南', postCode: '714000', areaCode: '0913', share: 7 },
  { name: '宝鸡', postCode: '721000', areaCode: '0917', share: 5 },
  { name: '韩城', postCode: '715400', areaCode: '0913', share: 4 },
  { name: '汉中', postCode: '723000', areaCode: '0916', share: 3 },
  { name: '安康', postCode: '725000', areaCode: '0915', share: 2 },
  { name: '商洛', postCode: '726000', areaCode: '0914', share: 1 },
] as const;

/** What a unit does, the end of its name, and the natures it may have. */
export const trades: { word: string; industry: string; ends: string[]; natures: Nature[]; share: number }[] =
  [
    {
      word: '矿业',
      industry: '煤炭开采',
      ends: ['有限公司', '集团有限公司', '有限责任公司'],
      natures: ['state', 'state', 'private', 'joint'],
      share: 22,
    },
    {
      word: '煤业',
      industry: '煤炭开采',
      ends: ['有限公司', '有限责任公司'],
      natures: ['state', 'private', 'collective', 'joint'],
      share: 22,
    },
    {
      word: '洗选',
      industry: '洗选加工',
      ends: ['有限公司', '有限责任公司'],
      natures: ['private', 'collective', 'state'],
      share: 10,
    },
    {
      word: '煤矿机械',
      industry: '煤矿机械',
      ends: ['有限公司', '有限责任公司'],
      natures: ['private', 'state'],
      share: 14,
    },
    {
      word: '能源化工',
      industry: '煤化工',
      ends: ['有限公司', '集团有限公司'],
      natures: ['state', 'private', 'joint'],
      share: 11,
    },
    {
      word: '煤炭运销',
      industry: '物流贸易',
      ends: ['有限公司'],
      natures: ['private', 'state', 'collective'],
      share: 9,
    },
    {
      word: '矿山设计院',
      industry: '设计咨询',
      ends: ['', '有限公司'],
      natures: ['state', 'institution'],
      share: 5,
    },
    {
      word: '煤炭研究院',
      industry: '科研教育',
      ends: ['', '有限公司'],
      natures: ['institution', 'state'],
      share: 4,
    },
    { word: '能源学会', industry: '社会团体', ends: [''], natures: ['society'], share: 2 },
    { word: '煤炭行业协会', industry: '社会团体', ends: [''], natures: ['society'], share: 1 },
  ];

export const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘'];
export const givenFirst = [...'清知望言景书修云致和亦安明允思'];
export const givenSecond = [...'岚屏川砚岑遥舟禾宁朗然溪越秋安'];

export const positions = [
  '综合办公室主任',
  '办公室副主任',
  '党群工作部部长',
  '新闻干事',
  '企业管理部主管',
  '行政主管',
];
export const titles = ['', '', '政工师', '工程师', '高级工程师', '经济师', '助理工程师'];
export const streets = ['青岚路', '北屏路', '望川大道', '栖砚街', '澜屏路', '朔岚街'];

/** The secretariat's own words for units, and how many of them bear each. */
export const tags = [
  { word: '重点联系', share: 0.15 },
  { word: '骨干企业', share: 0.1 },
  { word: '信息化试点', share: 0.06 },
  { word: '期刊理事', share: 0.08 },
];
