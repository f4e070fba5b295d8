import { View } from '@tarojs/components';
import { natures, posts, stateLevels, type Nature, type Post, type StateLevel } from '@contract/unit';
import { Card } from '@/components/card';
import { ChoiceField, DayField, TextField } from '@/components/field';
import { SeveralField } from '@/components/several-field';
import { anchorOf } from '@/lib/scroll-to';
import { role } from '@/lib/device/a11y';
import { ContactsForm } from './contacts-form';
import type { UnitEditing } from './editing';
import { TagsField } from './tags-field';

interface Props {
  editing: UnitEditing;
  hosts: { id: string; name: string }[];
}

/** Every field of a unit's file, each with its rule. */
export function UnitForm({ editing, hosts }: Props) {
  const { value, set, wrong, stale } = editing;
  const common = (key: string) => ({ id: anchorOf(key), error: wrong[key] });
  return (
    <>
      <Card title="单位资料">
        <TextField
          label="单位全称"
          {...common('name')}
          required
          value={value.name ?? ''}
          max={60}
          rule="与营业执照上的全称一致"
          onChange={(name) => set({ name })}
        />
        <TextField
          label="单位简称"
          {...common('short')}
          value={value.short ?? ''}
          max={20}
          rule="便于查找，可以不填"
          onChange={(short) => set({ short })}
        />
        <ChoiceField
          label="单位性质"
          {...common('nature')}
          required
          value={value.nature}
          choices={natures}
          onChange={(nature) => set({ nature: nature as Nature, stateLevel: null })}
        />
        {value.nature === 'state' && (
          <ChoiceField
            label="国有企业级别"
            {...common('stateLevel')}
            required
            value={value.stateLevel}
            choices={stateLevels}
            onChange={(level) => set({ stateLevel: level as StateLevel })}
          />
        )}
        <TextField
          label="通讯地址"
          {...common('address')}
          required
          value={value.address ?? ''}
          max={100}
          rule="完整的邮寄地址，到门牌号"
          onChange={(address) => set({ address })}
        />
        <TextField
          label="邮编"
          {...common('postCode')}
          required
          value={value.postCode ?? ''}
          max={6}
          keyboard="number"
          rule="6位数字"
          onChange={(postCode) => set({ postCode })}
        />
        <TextField
          label="统一社会信用代码"
          {...common('creditCode')}
          value={value.creditCode ?? ''}
          max={18}
          rule="18位；老执照填15位注册号"
          onChange={(creditCode) => set({ creditCode })}
        />
        <TextField
          label="法定代表人"
          {...common('legalRep')}
          value={value.legalRep ?? ''}
          max={30}
          onChange={(legalRep) => set({ legalRep })}
        />
        <TextField
          label="单位电话"
          {...common('landline')}
          value={value.landline ?? ''}
          max={40}
          rule="总机或办公室，带区号"
          onChange={(landline) => set({ landline })}
        />
        <TextField
          label="传真"
          {...common('fax')}
          value={value.fax ?? ''}
          max={40}
          onChange={(fax) => set({ fax })}
        />
        <TextField
          label="电子邮箱"
          {...common('email')}
          value={value.email ?? ''}
          max={100}
          onChange={(email) => set({ email })}
        />
        <TextField
          label="单位网站"
          {...common('website')}
          value={value.website ?? ''}
          max={100}
          onChange={(website) => set({ website })}
        />
      </Card>
      <ContactsForm editing={editing} />
      <Card title="归类">
        <SeveralField
          label="所属主办方"
          {...common('hosts')}
          required
          values={value.hosts ?? []}
          choices={Object.fromEntries(hosts.map(({ id, name }) => [id, name]))}
          rule="同时属于几家的，都选上；备案号按主办方各发一个"
          onChange={(chosen) => set({ hosts: chosen })}
        />
        <TextField
          label="所在地区"
          {...common('region')}
          required
          value={value.region ?? ''}
          max={20}
          rule="名单按地区分组，如“榆林市”"
          onChange={(region) => set({ region })}
        />
        <TextField
          label="所属行业"
          {...common('industry')}
          required
          value={value.industry ?? ''}
          max={20}
          rule="如“煤炭开采”"
          onChange={(industry) => set({ industry })}
        />
        <ChoiceField
          label="在协会的职务"
          {...common('post')}
          required
          value={value.post}
          choices={posts}
          onChange={(post) => set({ post: post as Post })}
        />
        <DayField
          label="入会日期"
          {...common('joinedOn')}
          value={value.joinedOn ?? ''}
          start="1950-01-01"
          rule="不清楚可以不填"
          onChange={(joinedOn) => set({ joinedOn })}
        />
        <TagsField
          label="标签"
          {...common('tags')}
          tags={value.tags ?? []}
          rule="秘书处自己用的分类，点一下标签可去掉"
          onChange={(tags) => set({ tags })}
        />
      </Card>
      {wrong[''] && !stale && (
        <View className="field-error" {...role('alert')}>
          {wrong['']}
        </View>
      )}
    </>
  );
}
