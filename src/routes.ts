/**
 * The one table of pages; app.config.ts and every navigation derive from it. Tab pages are the main package, each
 * feature is a sub-package. Evaluated in Node at build time: nothing may be imported here.
 */

export const tabs = {
  home: { path: 'pages/home/index', text: '首页', icon: 'home' },
  notice: { path: 'pages/notice/index', text: '通知', icon: 'notice' },
  directory: { path: 'pages/directory/index', text: '通讯录', icon: 'directory' },
  me: { path: 'pages/me/index', text: '我的', icon: 'me' },
} as const;

export const features = {
  office: { 'office.claim': 'claim/index', 'office.setUp': 'set-up/index', 'office.policy': 'policy/index' },
  unit: { 'unit.list': 'list/index', 'unit.file': 'file/index', 'unit.edit': 'edit/index' },
  code: { 'code.list': 'list/index', 'code.show': 'show/index' },
  filing: {
    'filing.register': 'register/index',
    'filing.mine': 'mine/index',
    'filing.queue': 'queue/index',
    'filing.review': 'review/index',
  },
  handover: {
    'handover.list': 'list/index',
    'handover.view': 'view/index',
    'handover.start': 'start/index',
  },
  seat: {
    'seat.proxies': 'proxies/index',
    'seat.code': 'code/index',
    'seat.proxy': 'proxy/index',
    'seat.vacate': 'vacate/index',
  },
  record: {
    'record.mine': 'mine/index',
    'record.correct': 'correct/index',
    'record.queue': 'queue/index',
    'record.review': 'review/index',
    'record.list': 'list/index',
  },
  paper: {
    'paper.print': 'print/index',
    'paper.unit': 'unit/index',
    'paper.own': 'own/index',
    'paper.scan': 'scan/index',
  },
  roster: {
    'roster.import': 'import/index',
    'roster.one': 'one/index',
    'roster.export': 'export/index',
  },
  notice: {
    'notice.detail': 'detail/index',
    'notice.compose': 'compose/index',
    'notice.drafts': 'drafts/index',
    'notice.draft': 'draft/index',
    'notice.progress': 'progress/index',
    'notice.jielong': 'jielong/index',
    'notice.statistics': 'statistics/index',
    'notice.behind': 'behind/index',
    'notice.record': 'record/index',
    'notice.answer': 'answer/index',
    'notice.answers': 'answers/index',
    'notice.correct': 'correct/index',
    'notice.withdraw': 'withdraw/index',
    'notice.revisions': 'revisions/index',
    'notice.numbers': 'numbers/index',
    'notice.heads': 'heads/index',
  },
  group: {
    'group.list': 'list/index',
    'group.view': 'view/index',
    'group.edit': 'edit/index',
    'group.match': 'match/index',
    'group.mine': 'mine/index',
  },
  check: { 'check.queue': 'queue/index' },
  digest: {
    'digest.today': 'today/index',
    'digest.items': 'items/index',
    'digest.stuck': 'stuck/index',
    'digest.list': 'list/index',
  },
  staff: { 'staff.list': 'list/index', 'staff.member': 'member/index', 'staff.rights': 'rights/index' },
  privacy: {
    'privacy.mine': 'mine/index',
    'privacy.views': 'views/index',
    'privacy.consent': 'consent/index',
    'privacy.copy': 'copy/index',
    'privacy.erasure': 'erasure/index',
    'privacy.requests': 'requests/index',
  },
} as const;

type KeysOf<T> = T extends unknown ? keyof T : never;
export type TabName = keyof typeof tabs;
export type PageName = KeysOf<(typeof features)[keyof typeof features]>;

/** Page name → path, e.g. `notice.detail` → `features/notice/detail/index`. */
export const pagePaths = Object.fromEntries(
  Object.entries(features).flatMap(([feature, pages]) =>
    Object.entries(pages).map(([name, file]) => [name, `features/${feature}/${file}`]),
  ),
) as Record<PageName, string>;

export const subPackages = Object.entries(features).map(([feature, pages]) => ({
  root: `features/${feature}`,
  name: feature,
  pages: Object.values(pages),
}));
