import { fills } from '../../../stores/fills';
import type { Receipt } from '../../../stores/receipts';

/** The rows with the names of who answered where they were entered in one go; one request, or none when none was. */
export async function withAnswerers<R extends Pick<Receipt, 'unitId' | 'confirmed'>>(
  rows: R[],
): Promise<R[]> {
  const ids = [...new Set(rows.flatMap(({ confirmed }) => confirmed?.fillId ?? []))];
  if (ids.length === 0) return rows;
  const names = new Map(
    (await fills.byIds(ids)).flatMap(({ _id, entries }) =>
      entries.map(({ unitId, name }) => [`${_id} ${unitId}`, name] as const),
    ),
  );
  return rows.map((row) => {
    const { confirmed, unitId } = row;
    if (!confirmed?.fillId) return row;
    const name = names.get(`${confirmed.fillId} ${unitId}`) ?? confirmed.name;
    return { ...row, confirmed: { ...confirmed, name } };
  });
}
