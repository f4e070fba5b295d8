import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Input } from '@contract/index';
import { posts, type Post } from '@contract/unit';
import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { Press } from '@/components/press';
import { useQuery } from '@/lib/use-query';

export type Filter = Pick<Input<'unit.list'>, 'region' | 'industry' | 'post' | 'tag'>;

interface Props {
  value: Filter;
  onChange: (value: Filter) => void;
}

/** By region, industry, post and tag, closed at first; what is chosen stays in sight. */
export function Filters({ value, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const chosen = [value.region, value.industry, value.post && posts[value.post], value.tag].filter(Boolean);
  return (
    <>
      <View className="unit-filter">
        <Press className="unit-give-up" onPress={() => setOpen(!open)}>
          <Text>
            {open ? '收起筛选' : '筛选'}
            {chosen.length > 0 && `：${chosen.join('、')}`}
          </Text>
        </Press>
        {chosen.length > 0 && (
          <Press className="unit-give-up" onPress={() => onChange({})}>
            <Text>清除筛选</Text>
          </Press>
        )}
      </View>
      {open && <Fields value={value} onChange={onChange} />}
    </>
  );
}

const ALL = 'all';

function Fields({ value, onChange }: Props) {
  const regions = useQuery('directory.classes', { of: 'region' });
  const industries = useQuery('directory.classes', { of: 'industry' });
  const choices = (names: string[] = []) => ({
    [ALL]: '全部',
    ...Object.fromEntries(names.map((name) => [name, name])),
  });
  const pick = (key: 'region' | 'industry') => (name: string) =>
    onChange({ ...value, [key]: name === ALL ? undefined : name });
  return (
    <Card>
      <ChoiceField
        label="地区"
        value={value.region ?? ALL}
        choices={choices(regions.data?.names)}
        onChange={pick('region')}
      />
      <ChoiceField
        label="行业"
        value={value.industry ?? ALL}
        choices={choices(industries.data?.names)}
        onChange={pick('industry')}
      />
      <ChoiceField
        label="协会职务"
        value={value.post ?? ALL}
        choices={{ [ALL]: '全部', ...posts }}
        onChange={(post) => onChange({ ...value, post: post === ALL ? undefined : (post as Post) })}
      />
      <TextField
        label="标签"
        max={12}
        value={value.tag ?? ''}
        placeholder="标签全称，如“重点联系”"
        onChange={(tag) => onChange({ ...value, tag: tag.trim() || undefined })}
      />
    </Card>
  );
}
