import type { Layout } from '@contract/directory';
import type { Input } from '@contract/index';
import { posts, type Post } from '@contract/unit';
import { ChoiceField } from '@/components/field';
import { useQuery } from '@/lib/use-query';

export type Class = Pick<Input<'directory.list'>, 'region' | 'industry' | 'post'>;
type Of = Exclude<Layout, 'unit'>;

interface Props {
  of: Of;
  value: Class;
  onChange: (value: Class) => void;
}

const ALL = 'all';
const labels: Record<Of, string> = { region: '地区', industry: '行业', post: '协会职务' };

/** Only one region, industry or post of those there are. */
export function ClassFilter({ of, value, onChange }: Props) {
  const query = useQuery('directory.classes', of === 'post' ? null : { of });
  const names = query.data?.names ?? [];
  const choices = of === 'post' ? posts : Object.fromEntries(names.map((name) => [name, name]));
  return (
    <ChoiceField
      label={`只看一个${labels[of]}`}
      value={value[of] ?? ALL}
      choices={{ [ALL]: '全部', ...choices }}
      onChange={(chosen) =>
        onChange(chosen === ALL ? {} : { [of]: of === 'post' ? (chosen as Post) : chosen })
      }
    />
  );
}
