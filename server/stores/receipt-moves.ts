import { _ } from '../kit/cloud';
import { keep, table } from '../kit/table';
import type { Filled, Receipt, Stamp } from './receipts';
import { isDone, type Ask, type ReceiptState } from '@contract/rules/receipt';

/** Receipts moved from state to state, each only from the state it was seen in. */

const rows = table<Receipt>('receipts');

export const receiptMoves = {
  /** Moves the row from the state it was seen in to `to`; false when somebody moved it since. */
  async move(
    { _id, ask, state: from }: Pick<Receipt, '_id' | 'ask' | 'state'>,
    to: ReceiptState,
    stamp: Stamp,
    requestId: string,
    more: Partial<Receipt> = {},
  ): Promise<boolean> {
    const won = await rows.update(
      { _id, state: from, closed: null },
      {
        ...more,
        state: to,
        done: isDone(ask, to),
        ...(isDone(ask, to) && !isDone(ask, from) && { doneAt: stamp.at }),
        ...(from === 'waiting' && { opened: stamp }),
        ...(to !== 'opened' && from !== 'confirmed' && { confirmed: stamp }),
        ...(to === 'answered' && { answered: stamp }),
        changedAt: stamp.at,
        requests: keep(requestId),
      },
    );
    return won === 1;
  },

  /** Confirms for units what staff entered, once for each request; how many changed, by the state they came from. */
  async recordFor(
    ids: string[],
    ask: Ask,
    stamp: Stamp,
    requestId: string,
  ): Promise<{ waiting: number; opened: number }> {
    const from = (state: ReceiptState) =>
      rows.update(
        { _id: _.in(ids), state, closed: null, requests: _.nin([requestId]) },
        {
          state: 'confirmed',
          done: isDone(ask, 'confirmed'),
          ...(isDone(ask, 'confirmed') && !isDone(ask, state) && { doneAt: stamp.at }),
          confirmed: stamp,
          onBehalf: true,
          changedAt: stamp.at,
          requests: keep(requestId),
        },
      );
    // Earliest state first: rows only move forward, so an opening in between cannot slip past both.
    const waiting = await from('waiting');
    return { waiting, opened: await from('opened') };
  },

  /** Takes an entry of staff back to the state before it; false when it is no longer as it was seen. */
  async unrecord(
    { _id, ask, opened }: Pick<Receipt, '_id' | 'ask' | 'opened'>,
    at: Date,
    requestId: string,
  ): Promise<boolean> {
    const state = opened ? 'opened' : 'waiting';
    const won = await rows.update(
      { _id, state: 'confirmed', closed: null, onBehalf: true, requests: _.nin([requestId]) },
      {
        state,
        done: isDone(ask, state),
        ...(!isDone(ask, state) && { doneAt: null }),
        confirmed: null,
        onBehalf: false,
        changedAt: at,
        requests: keep(requestId),
      },
    );
    return won === 1;
  },

  /** A form that staff filled in for the unit, from the state it was seen in; false when somebody moved it since. */
  async recordAnswer(
    { _id, state, done }: Pick<Receipt, '_id' | 'state' | 'done'>,
    stamp: Stamp,
    requestId: string,
    filled: Filled,
  ): Promise<boolean> {
    const won = await rows.update(
      { _id, state, closed: null, requests: _.nin([requestId]) },
      {
        ...filled,
        state: 'answered',
        done: true,
        ...(!done && { doneAt: stamp.at }),
        ...(state !== 'confirmed' && { confirmed: stamp }),
        answered: stamp,
        onBehalf: true,
        changedAt: stamp.at,
        requests: keep(requestId),
      },
    );
    return won === 1;
  },

  /** Takes such a form back to the state before it; false when it is no longer as it was seen. */
  async unrecordAnswer(
    { _id, ask, form }: Pick<Receipt, '_id' | 'ask' | 'form'>,
    before: Pick<Receipt, 'state' | 'confirmed'>,
    at: Date,
    requestId: string,
  ): Promise<boolean> {
    const done = isDone(ask, before.state);
    const won = await rows.update(
      {
        _id,
        state: 'answered',
        closed: null,
        onBehalf: true,
        'form.version': form?.version ?? '',
        requests: _.nin([requestId]),
      },
      {
        ...before,
        done,
        ...(!done && { doneAt: null }),
        answered: null,
        ...{ form: null, tally: null, picks: [] },
        onBehalf: !!before.confirmed?.recordedBy,
        changedAt: at,
        requests: keep(requestId),
      },
    );
    return won === 1;
  },

  /** Another form in place of the one that was seen; false when that one stands there no longer. */
  async revise(
    { _id }: Pick<Receipt, '_id'>,
    seen: string,
    filled: Filled & Pick<Receipt, 'earlier'>,
    stamp: Stamp,
    requestId: string,
  ): Promise<boolean> {
    const won = await rows.update(
      { _id, state: 'answered', closed: null, 'form.version': seen },
      {
        ...filled,
        answered: stamp,
        onBehalf: false,
        changedAt: stamp.at,
        requests: keep(requestId),
      },
    );
    return won === 1;
  },
};
