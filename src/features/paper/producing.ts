import { useRef, useState } from 'react';
import { CallError, sentenceOf } from '@/lib/call';
import { deliver } from '@/lib/device/deliver';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';

interface Produced {
  url: string;
  name: string;
}

export interface Producing {
  /** Key of what is being made. */
  busy: string | null;
  /** Makes a document and hands it over; after a lost answer the same request is sent again. */
  produce: (key: string, make: (requestId: string) => Promise<Produced>) => Promise<void>;
}

export function useProducing(): Producing {
  const [busy, setBusy] = useState<string | null>(null);
  const requests = useRef(new Map<string, string>());
  const produce: Producing['produce'] = async (key, make) => {
    const requestId = requests.current.get(key) ?? newRequestId();
    requests.current.set(key, requestId);
    setBusy(key);
    try {
      const file = await make(requestId);
      requests.current.delete(key);
      await deliver(file);
    } catch (error) {
      if (!CallError.offline(error)) requests.current.delete(key);
      toast(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };
  return { busy, produce };
}
