/** Numbers that may belong to a person: mobile, landline with area code, identity card. */
const MOBILE = /(?<!\d)((?:\+?86[- ]?)?1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3}-)\d{3,4}(\d{4})(?!\d)/g;
const IDENTITY = /(?<!\d)(\d{6})(?:19|20)\d{2}\d{4}\d{3}([\dXx])(?!\d)/g;

function maskText(text: string): string {
  return text.replace(IDENTITY, '$1***********$2').replace(MOBILE, '$1****$2').replace(LANDLINE, '$1***$2');
}

/** A value as the watch page shows it: demo data may be somebody's. Fields in `as is` (addresses, ids) stay whole. */
export function masked(v: unknown, asIs: string[] = []): unknown {
  if (typeof v === 'string') return maskText(v);
  if (typeof v === 'number') {
    const text = maskText(String(v));
    return text === String(v) ? v : text;
  }
  if (Array.isArray(v)) return v.map((x) => masked(x, asIs));
  if (typeof v !== 'object' || v === null) return v;
  return Object.fromEntries(
    Object.entries(v).map(([key, inner]) => [
      maskText(key),
      asIs.includes(key) ? inner : masked(inner, asIs),
    ]),
  );
}
