/** 备案号 by the policy's pattern, e.g. 协会联备〔2026〕12号; `n` counts from 1 per host and year (A 备案情况). */
export function filingNumber(
  policy: { filing: { number: string } },
  hostShort: string,
  year: number,
  n: number,
): string {
  const parts: Record<string, string> = { short: hostShort, year: String(year), n: String(n) };
  return policy.filing.number.replace(/\{(short|year|n)\}/g, (whole, name: string) => parts[name] ?? whole);
}
