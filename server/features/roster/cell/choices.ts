import {
  contactKinds,
  natures,
  posts,
  stateLevels,
  type ContactKind,
  type Nature,
  type Post,
  type StateLevel,
} from '@contract/unit';
import { keyOf } from './text';

const NATURES: [RegExp, Nature, StateLevel | null][] = [
  [/央企|中央企业|中央直属/, 'state', 'central'],
  [/省属|省企|省级国/, 'state', 'province'],
  [/市属|市企|市级国/, 'state', 'city'],
  [/县属|区属|县企|县区企|县级国/, 'state', 'county'],
  [/集体|乡镇企业/, 'collective', null],
  [/事业|院校|高校|科研院所/, 'institution', null],
  [/社团|社会团体|协会|学会|民办非/, 'society', null],
  [/联营|合资/, 'joint', null],
  [/民营|私营|民企|个体|非公/, 'private', null],
  [/国有|国企|全民所有/, 'state', null],
];

/** 单位性质 as people write it; a word that names the level of a state-owned one gives that too. */
export function natureOf(typed: string): { nature: Nature; level: StateLevel | null } | null {
  const key = keyOf(typed);
  const exact = (Object.keys(natures) as Nature[]).find((nature) => keyOf(natures[nature]) === key);
  if (exact) return { nature: exact, level: null };
  const found = NATURES.find(([form]) => form.test(key));
  return found ? { nature: found[1], level: found[2] } : null;
}

export function levelOf(typed: string): StateLevel | null {
  const key = keyOf(typed).replace(/[()]/g, '');
  const forms: [RegExp, StateLevel][] = [
    [/^(央|中央)/, 'central'],
    [/^省/, 'province'],
    [/^(地?市)/, 'city'],
    [/^(县|区)/, 'county'],
  ];
  const exact = (Object.keys(stateLevels) as StateLevel[]).find((level) => keyOf(stateLevels[level]) === key);
  return exact ?? forms.find(([form]) => form.test(key))?.[1] ?? null;
}

/** 会长 and 会长单位 are the same post; a person's own post (会长、总经理) is not. */
export function postOf(typed: string): Post | null {
  const key = keyOf(typed).replace(/单位$/, '');
  const words: Record<string, Post> = {
    普通会员: 'ordinary',
    一般会员: 'ordinary',
    团体会员: 'ordinary',
    单位会员: 'ordinary',
    执行会长: 'president',
    理事长: 'president',
    副理事长: 'vice-president',
    常务副会长: 'vice-president',
    常任理事: 'standing',
  };
  const exact = (Object.keys(posts) as Post[]).find((post) => posts[post].replace(/单位$/, '') === key);
  return exact ?? words[key] ?? null;
}

export const contactKindOf = (typed: string): ContactKind | null =>
  (Object.keys(contactKinds) as ContactKind[]).find((kind) => keyOf(contactKinds[kind]) === keyOf(typed)) ??
  null;
