import type { Output } from '@contract/index';
import type { Tone } from '@/components/tag';

export type Check = Output<'check.list'>['checks'][number];

export const tabs = { open: '待审核', decided: '已审核' };
export type Tab = keyof typeof tabs;

export const stateLabels: { [S in Check['state']]: string } = {
  open: '待审核',
  passed: '通过',
  refused: '不通过',
};
export const stateTones: { [S in Check['state']]: Tone } = {
  open: 'warning',
  passed: 'success',
  refused: 'danger',
};

/** Why it lies here. */
export function whyWords({ verdict, label, kind }: Pick<Check, 'verdict' | 'label' | 'kind'>): string {
  if (verdict === 'none') return '微信40分钟内没有给出结果';
  const what = label ? `“${label}”` : '不当内容';
  if (verdict === 'risky')
    return `微信认为含有${what}${kind === 'picture' ? '，目前谁也看不到这张图片' : ''}`;
  return `微信怀疑含有${what}，请人工判断`;
}

/** What becomes of it. */
export const afterWords: { [K in Check['kind']]: { pass: string; refuse: string } } = {
  picture: {
    pass: '通过后，收到通知的单位都能看到这张图片。',
    refuse: '不通过的图片不再显示，也不能再次发出，上传的人会收到提醒。',
  },
  text: {
    pass: '通过后，同样的文字以后不再送审。',
    refuse: '不通过的文字以后不能再提交；已经发出的通知不会自动撤回，需要您另外撤回。',
  },
};
