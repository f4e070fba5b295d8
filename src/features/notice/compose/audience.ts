import type { Audience } from '@contract/notice';

/** The lines of a rule, in the order they are shown. */
export const ruleLines = ['groups', 'hosts', 'posts', 'natures', 'regions', 'industries', 'tags'] as const;

/** Somebody is chosen, so that it can be counted and sent. */
export function isChosen(audience: Audience): boolean {
  if (audience.kind === 'all') return true;
  if (audience.kind === 'units') return audience.unitIds.length > 0;
  return [...ruleLines, 'unitIds' as const].some((line) => (audience[line]?.length ?? 0) > 0);
}
