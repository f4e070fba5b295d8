import { useState } from 'react';
import { CallError, sentenceOf } from './call';
import { toast } from './toast';

/** One piece of work at a time; what is wrong with `field` is kept to be shown beside it, anything else is said at once. */
export function useBusy(field: string) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault('');
    try {
      await work();
    } catch (error) {
      if (CallError.is(error) && error.field === field) setFault(error.message);
      else toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, setFault, during };
}
