/** 备案号 by the policy's pattern, e.g. 协会联备〔2026〕12号; `n` counts from 1 per host and year (A 备案情况). */
export const filingNumber = (
  policy: { filing: { number: string } },
  hostShort: string,
  year: number,
  n: number,
): string => filled(policy.filing.number, hostShort, year, n);

/** 文号 of a formal document by the policy's pattern, e.g. 协会发〔2026〕25号; `n` counts from 1 per host and year. */
export const documentNumber = (
  policy: { notices: { number: string } },
  hostShort: string,
  year: number,
  n: number,
): string => filled(policy.notices.number, hostShort, year, n);

function filled(pattern: string, short: string, year: number, n: number): string {
  const parts: Record<string, string> = { short, year: String(year), n: String(n) };
  return pattern.replace(/\{(short|year|n)\}/g, (whole, name: string) => parts[name] ?? whole);
}
