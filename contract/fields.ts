import * as v from 'valibot';

/** Ids we make: letters and digits, URL- and scene-safe. */
export const id = (label: string) =>
  v.pipe(v.string(`缺少${label}`), v.regex(/^[A-Za-z0-9_-]{1,64}$/, `${label}不正确`));

/** Text a person typed: trimmed; `max` counts characters as WeChat does. */
export const text = (label: string, max: number) =>
  v.pipe(
    v.string(`请填写${label}`),
    v.trim(),
    v.nonEmpty(`请填写${label}`),
    v.maxLength(max, `${label}最多${max}字`),
  );

/** Like `text`, but may be left empty. */
export const optionalText = (label: string, max: number) =>
  v.optional(v.pipe(v.string(`${label}应为文字`), v.trim(), v.maxLength(max, `${label}最多${max}字`)), '');

/** Mainland mobile number, 11 digits; spaces and dashes are taken out first. */
export const mobile = (label: string) =>
  v.pipe(
    v.string(`请填写${label}`),
    v.transform((s) => s.replace(/[\s-]/g, '')),
    v.regex(/^1[3-9]\d{9}$/, `${label}应为11位手机号码`),
  );

/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = (label: string) =>
  v.pipe(
    v.string(`请选择${label}`),
    v.nonEmpty(`请选择${label}`),
    v.check(isDay, `${label}应为存在的日期，如2026-11-21`),
  );

/** Instant, ISO 8601 in UTC as `Date.prototype.toISOString` writes it. */
export const instant = (label: string) =>
  v.pipe(
    v.string(`请选择${label}`),
    v.nonEmpty(`请选择${label}`),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, `${label}应为日期时间`),
    v.check((s) => !Number.isNaN(Date.parse(s)), `${label}应为存在的日期时间`),
  );

export const flag = (label: string) => v.boolean(`${label}应为是或否`);

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Opaque place in a list; what `next` of the previous page said. */
export const cursor = v.optional(v.pipe(v.string('翻页位置不正确'), v.maxLength(300, '翻页位置不正确')));

export const next = v.nullable(v.string());

function isDay(s: string): boolean {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(s);
  if (!m) return false;
  const date = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return date.toISOString().slice(0, 10) === s;
}
