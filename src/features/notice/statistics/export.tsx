import { useState } from 'react';
import { Button } from '@/components/button';
import { change, sentenceOf } from '@/lib/call';
import { deliver } from '@/lib/device/deliver';
import { toast } from '@/lib/toast';

/** The same figures as a workbook; an empty host is every host. */
export function Export({ from, to, hostId }: { from: string; to: string; hostId: string }) {
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      await deliver(await change('report.statistics', { from, to, ...(hostId && { hostId }) }));
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button kind="plain" busy={busy} onPress={() => void start()}>
      导出Excel
    </Button>
  );
}
