import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { anchorOf } from '@/lib/scroll-to';

type Host = Output<'office.get'>['hosts'][number];

interface Props {
  hosts: Host[];
  errorAt: (field: string) => string | undefined;
  onChange: (hosts: Host[]) => void;
}

/** Names of the hosts; their ids stay, units and numbers hang on them. */
export function HostFields({ hosts, errorAt, onChange }: Props) {
  const edit = (i: number, change: Partial<Host>) =>
    onChange(hosts.map((host, j) => (j === i ? { ...host, ...change } : host)));
  return (
    <>
      {hosts.map(({ id, name, short }, i) => (
        <Card key={id} title={hosts.length > 1 ? `主办方${i + 1}` : '主办方'}>
          <TextField
            label="名称"
            id={anchorOf(`hosts.${i}.name`)}
            required
            value={name}
            max={60}
            rule="通知的落款和正式文件上用的全称"
            error={errorAt(`hosts.${i}.name`)}
            onChange={(typed) => edit(i, { name: typed })}
          />
          <TextField
            label="简称"
            id={anchorOf(`hosts.${i}.short`)}
            required
            value={short}
            max={12}
            rule="用在备案号和标签里，如“协会”"
            error={errorAt(`hosts.${i}.short`)}
            onChange={(typed) => edit(i, { short: typed })}
          />
        </Card>
      ))}
    </>
  );
}
