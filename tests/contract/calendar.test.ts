import {
  dueText,
  overdue,
  shanghaiDay,
  shanghaiYear,
  showDay,
  showDeadline,
  showTime,
  workdaysLeft,
} from '@contract/rules/calendar';
import { estimated, isWorkday } from '@server/kit/calendar';

/** Wall clock in Shanghai, `2026-11-21 09:12`. */
const at = (wall: string) => new Date(`${wall.replace(' ', 'T')}:00+08:00`);

describe('days in Shanghai', () => {
  test.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('%s is %s', (utc, day) => {
    expect(shanghaiDay(new Date(utc))).toBe(day);
    expect(shanghaiYear(new Date(utc))).toBe(Number(day.slice(0, 4)));
  });

  const now = at('2026-11-21 09:12');
  test.each([
    ['2026-11-25 00:00', '11月25日（周三）', '11月25日 00:00', '11月24日（周二）24:00'],
    ['2026-11-26 23:59', '11月26日（周四）', '11月26日 23:59', '11月26日（周四）23:59'],
    ['2027-01-03 08:05', '2027年1月3日（周日）', '2027年1月3日 08:05', '2027年1月3日（周日）08:05'],
    ['2025-12-31 17:00', '2025年12月31日（周三）', '2025年12月31日 17:00', '2025年12月31日（周三）17:00'],
    ['2027-01-01 00:00', '2027年1月1日（周五）', '2027年1月1日 00:00', '12月31日（周四）24:00'],
  ])('%s is shown as %s · %s · %s', (wall, day, time, deadline) => {
    expect(showDay(at(wall), now)).toBe(day);
    expect(showTime(at(wall), now)).toBe(time);
    expect(showDeadline(at(wall), now)).toBe(deadline);
  });
});

describe('how long is left', () => {
  // 2026-11-21 is a Saturday.
  test.each([
    ['an ordinary week', '2026-11-23 09:00', '2026-11-25 17:00', '剩2个工作日'],
    ['tomorrow', '2026-11-23 09:00', '2026-11-24 17:00', '明日17:00截止'],
    ['one minute before midnight, tomorrow', '2026-11-23 23:59', '2026-11-24 00:30', '明日00:30截止'],
    ['today', '2026-11-23 00:00', '2026-11-23 17:00', '今日17:00截止'],
    ['the very instant is in time', '2026-11-23 17:00', '2026-11-23 17:00', '今日17:00截止'],
    ['later the same day', '2026-11-23 17:01', '2026-11-23 17:00', '今日17:00已截止'],
    ['the next morning', '2026-11-24 00:00', '2026-11-23 17:00', '已超期1天'],
    ['overdue counts calendar days over a weekend', '2026-11-23 09:00', '2026-11-20 17:00', '已超期3天'],
    [
      'a deadline at midnight is the end of the day before',
      '2026-11-23 09:00',
      '2026-11-24 00:00',
      '今日24:00截止',
    ],
    ['and overdue right after it', '2026-11-24 00:01', '2026-11-24 00:00', '已超期1天'],
    ['over a weekend', '2026-11-20 09:00', '2026-11-23 17:00', '剩1个工作日'],
    ['a deadline on a Sunday', '2026-11-20 09:00', '2026-11-22 17:00', '11月22日（周日）17:00截止'],
    ['over 国庆 2026', '2026-09-30 09:00', '2026-10-09 17:00', '剩2个工作日'],
    ['within 国庆', '2026-10-01 09:00', '2026-10-05 17:00', '10月5日（周一）17:00截止'],
    ['a Saturday worked for 国庆 counts', '2026-10-08 09:00', '2026-10-10 17:00', '剩2个工作日'],
    ['a Sunday worked for 国庆 counts', '2026-09-18 09:00', '2026-09-21 17:00', '剩2个工作日'],
    ['over 春节 2026', '2026-02-13 09:00', '2026-02-24 17:00', '剩2个工作日'],
    ['over New Year, estimated', '2026-12-31 09:00', '2027-01-05 17:00', '剩2个工作日'],
  ])('%s: %s → %s is %s', (_case, now, due, text) => {
    expect(dueText(at(now), at(due), isWorkday)).toBe(text);
  });

  test('workdays are those after today up to the due day', () => {
    expect(workdaysLeft(at('2026-11-23 09:00'), at('2026-11-23 17:00'), isWorkday)).toBe(0);
    expect(workdaysLeft(at('2026-11-23 23:59'), at('2026-11-27 00:01'), isWorkday)).toBe(4);
    expect(workdaysLeft(at('2026-11-23 09:00'), at('2026-11-20 17:00'), isWorkday)).toBe(0);
    expect(workdaysLeft(at('2026-01-01 00:00'), at('2026-12-31 23:59'), isWorkday)).toBe(248);
  });

  test('asks only for days in Shanghai', () => {
    const asked: string[] = [];
    workdaysLeft(at('2026-12-31 00:30'), at('2027-01-02 23:30'), (day) => asked.push(day) > 0);
    expect(asked).toEqual(['2027-01-01', '2027-01-02']);
  });

  test('overdue is past the instant', () => {
    expect(overdue(at('2026-11-23 17:00'), at('2026-11-23 17:00'))).toBe(false);
    expect(overdue(new Date(at('2026-11-23 17:00').getTime() + 1), at('2026-11-23 17:00'))).toBe(true);
  });
});

describe('working days', () => {
  test.each([
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-09-20', true], // Sunday, worked for 国庆
    ['2026-10-10', true], // Saturday, worked for 国庆
    ['2026-02-14', true], // Saturday, worked for 春节
    ['2026-02-16', false],
    ['2026-11-21', false],
    ['2026-11-23', true],
  ])('%s: %s', (day, works) => {
    expect(isWorkday(day)).toBe(works);
    expect(estimated(day)).toBe(false);
  });

  test.each([
    ['2027-01-01', false],
    ['2027-01-04', true],
    ['2027-05-01', false],
    ['2027-05-03', true],
    ['2027-10-01', false],
    ['2027-10-03', false],
    ['2027-10-04', true],
    ['2027-10-09', false],
    ['2028-10-02', false], // a Monday: the fixed date counts
    ['2003-10-01', false],
  ])('%s, without a published notice: %s', (day, works) => {
    expect(isWorkday(day)).toBe(works);
    expect(estimated(day)).toBe(true);
  });
});
