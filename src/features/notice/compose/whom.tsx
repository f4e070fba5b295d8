import { Card } from '@/components/card';
import { AudiencePicker } from './audience-picker';
import type { Host, PartProps } from './parts';

/** 2 发给谁: the units it goes to. */
export function Whom({ value, set, at, hosts }: PartProps & { hosts: Host[] }) {
  return (
    <Card title="2 发给谁">
      <AudiencePicker
        value={value.audience}
        hosts={hosts}
        error={at('audience')}
        onChange={(audience) => set({ audience })}
      />
    </Card>
  );
}
