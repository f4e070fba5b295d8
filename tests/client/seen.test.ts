import { device } from './support/device';
import { cacheKey, keep } from '@/lib/cache';
import { seenBefore } from '@/pages/notice/seen';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/device'));

beforeEach(() => device.reset());

const row = (noticeId: string, over: object = {}) => ({
  noticeId,
  title: '关于报送四季度信息的通知',
  number: null,
  hostName: '示例协会',
  publishedAt: '2026-11-20T01:00:00.000Z',
  dueText: '剩2个工作日',
  ask: 'confirm',
  state: 'waiting',
  waiting: true,
  closed: null,
  turn: '等您',
  ...over,
});

const opened = (noticeId: string, over: object = {}) => ({
  view: 'whole',
  noticeId,
  title: '关于表彰的通报',
  number: '陕煤协会发〔2018〕25号',
  hostName: '示例协会',
  publishedAt: '2026-11-10T01:00:00.000Z',
  dueText: '已截止',
  asking: { kind: 'confirm' },
  withdrawn: null,
  newer: null,
  receipt: { unitId: 'unit-1', state: 'confirmed', turn: '已确认，您无需操作' },
  ...over,
});

const list = (unitId: string, notices: object[]) =>
  keep(cacheKey('notice.inbox', { unitId }), { notices, next: null });
const read = (noticeId: string, over: object = {}) =>
  keep(cacheKey('notice.get', { noticeId, unitId: 'unit-1' }), opened(noticeId, over));
const ids = (search: string) => seenBefore('unit-1', search).map(({ noticeId }) => noticeId);

it('finds by title or number what was listed or opened, newest first, each once', () => {
  list('unit-1', [
    row('n-1'),
    row('n-2', { title: '关于表彰的通报', publishedAt: '2026-11-21T01:00:00.000Z' }),
  ]);
  read('n-3');
  read('n-2');
  expect(ids('表 彰')).toEqual(['n-2', 'n-3']);
  expect(ids('发[２０１８]25')).toEqual(['n-3']);
  expect(ids('没有的')).toEqual([]);
});

it('finds nothing of another unit, nor a card that only said a title', () => {
  list('unit-2', [row('n-1')]);
  read('n-2', { receipt: { unitId: 'unit-2', state: 'waiting', turn: '' } });
  read('n-3', { view: 'card' });
  expect(ids('通')).toEqual([]);
});

it('says of what was opened how it stood', () => {
  read('n-1');
  read('n-2', { withdrawn: { at: '', by: '', reason: '' } });
  read('n-3', { receipt: { unitId: 'unit-1', state: 'opened', turn: '等您：确认收到' } });
  expect(
    seenBefore('unit-1', '表彰').map(({ noticeId, waiting, closed }) => [noticeId, waiting, closed]),
  ).toEqual(
    expect.arrayContaining([
      ['n-1', false, null],
      ['n-2', false, 'withdrawn'],
      ['n-3', true, null],
    ]),
  );
});
