import type { Output } from '@contract/index';
import { useQuery } from '@/lib/use-query';
import type { ChosenUnit, Side } from '../use-filling';

/** A search takes so many characters. */
const SEARCH_MAX = 30;

/** The unit one registers for with who sits there now: a draft may be older than the last handover. */
export function useUnit(codeId: string, opened: Output<'code.open'>, { unit: chosen }: Side) {
  const asked = !opened.unit && chosen;
  const found = useQuery(
    'code.findUnits',
    asked ? { codeId, search: asked.name.slice(0, SEARCH_MAX) } : null,
  );
  const now = asked ? found.data?.units.find(({ unitId }) => unitId === asked.unitId) : undefined;
  const unit: ChosenUnit | null =
    opened.unit ?? (chosen && { ...chosen, ...(now && { holders: now.holders }) });
  return { unit, reload: () => void found.reload() };
}
