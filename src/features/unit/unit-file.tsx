import { natures, posts, stateLevels } from '@contract/unit';
import type { Output } from '@contract/index';
import { Card, Row } from '@/components/card';

interface Props {
  unit: Output<'unit.get'>;
  hosts: { id: string; name: string }[];
}

/** A unit's file to read, for staff who may not change it. */
export function UnitFile({ unit, hosts }: Props) {
  const { name, short, nature, stateLevel, address, postCode, region, industry, post } = unit;
  const hostNames = hosts.filter(({ id }) => unit.hosts.includes(id)).map((host) => host.name);
  return (
    <Card title="单位资料">
      <Row title={name} note="单位全称" />
      {short && <Row title={short} note="单位简称" />}
      <Row
        title={[natures[nature], stateLevel && stateLevels[stateLevel]].filter(Boolean).join(' · ')}
        note="单位性质"
      />
      <Row title={`${address}（${postCode}）`} note="通讯地址和邮编" />
      <Row title={hostNames.join('、')} note="所属主办方" />
      <Row title={`${region} · ${industry}`} note="地区和行业" />
      <Row title={posts[post]} note="在协会的职务" />
    </Card>
  );
}
