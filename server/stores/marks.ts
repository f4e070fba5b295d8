import { table, type Row } from '../kit/table';

/** How far a recurring job has come: work since `at` is still to do; or when it looks again. A missed run loses nothing. */
export interface Mark extends Row {
  at: Date;
}

const rows = table<Mark>('marks');

export const marks = {
  all: () => rows.find({ where: {}, orderBy: [['_id', 'asc']], limit: 100 }),
  /** Moves only from what was read. */
  async move(job: string, from: Date | null, to: Date): Promise<void> {
    if (from) await rows.update({ _id: job, at: from }, { at: to });
    else await rows.add({ _id: job, at: to });
  },
};
