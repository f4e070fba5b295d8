import * as v from 'valibot';
import { text } from '../fields';

/** Pieces the rulebook's schema is put together from; each error names its field in Chinese. */

/** An object in which a missing field is reported by the field's own words (valibot would say it in English). */
export const part = <E extends v.ObjectEntries>(label: string, entries: E) =>
  v.pipe(
    v.looseObject({}, `请填写${label}`),
    v.transform((given): Record<string, unknown> => ({
      ...Object.fromEntries(Object.keys(entries).map((key) => [key, undefined])),
      ...given,
    })),
    v.object(entries, `请填写${label}`),
  );

export const whole = (label: string, min: number, max: number) =>
  v.pipe(
    v.number(`${label}应为数字`),
    v.integer(`${label}应为整数`),
    v.minValue(min, `${label}不能小于${min}`),
    v.maxValue(max, `${label}不能大于${max}`),
  );

/** null: the rulebook says nothing of the kind. */
export const orNone = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);

export const lines = (label: string, min: number, max: number) =>
  v.pipe(
    v.array(text(label, 60), `请填写${label}`),
    v.minLength(min, `${label}至少${min}条`),
    v.maxLength(max, `${label}最多${max}条`),
  );

export const choice = <T extends object>(label: string, choices: T) =>
  v.picklist(Object.keys(choices) as (keyof T & string)[], `${label}不正确`);

/** Time of day in Asia/Shanghai, `HH:MM`. */
export const clock = (label: string) =>
  v.pipe(v.string(`请填写${label}`), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${label}应为时刻，如21:00`));

export const isUnique = (items: readonly unknown[]): boolean => new Set(items).size === items.length;

/** Contrast of a `#rrggbb` colour on white, 1–21 (WCAG 2.2, relative luminance). */
export function contrastOnWhite(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(color.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
