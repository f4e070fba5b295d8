import { Text } from '@tarojs/components';
import { natures, posts, stateLevels } from '@contract/unit';
import { Card, Row } from '@/components/card';
import { OfficePhone } from '@/components/phone';
import type { Session } from '@/lib/session';
import { Leaving } from './leaving';
import type { Unit } from './unit-file';

interface Props {
  unit: Unit;
  session: Session;
  onChanged: () => void;
}

/** Every field of the unit that is filled in; what is not known yet is named in one line. */
export function FileData({ unit, session, onChanged }: Props) {
  const { nature, stateLevel, landline } = unit;
  const hosts = (session.me?.office.hosts ?? []).filter(({ id }) => unit.hosts.includes(id));
  const known: [string, string][] = [
    ['单位简称', unit.short],
    ['单位性质', [natures[nature], stateLevel && stateLevels[stateLevel]].filter(Boolean).join(' · ')],
    ['统一社会信用代码', unit.creditCode],
    ['法定代表人', unit.legalRep],
    ['通讯地址和邮编', `${unit.address}（${unit.postCode}）`],
    ['传真', unit.fax],
    ['电子邮箱', unit.email],
    ['网站', unit.website],
  ];
  const membership: [string, string][] = [
    ['所属主办方', hosts.map(({ name }) => name).join('、')],
    ['在协会的职务', posts[unit.post]],
    ['所在地区', unit.region],
    ['所属行业', unit.industry],
    ['入会日期', unit.joinedOn ?? ''],
  ];
  const missing = [...known, ...membership].filter(([, value]) => !value).map(([label]) => label);
  if (!landline) missing.push('单位电话');
  return (
    <>
      <Card title="单位资料">
        <Rows rows={known} />
        {landline && <OfficePhone label="单位电话" number={landline} />}
      </Card>
      <Card title="会籍">
        <Rows rows={membership} />
        {unit.left && <Row title={`${unit.left.on} 退会（经办：${unit.left.by}）`} note={unit.left.reason} />}
        {unit.departures.map(({ at, on, backAt, reason }) => (
          <Row key={at} title={`曾于 ${on} 退会，${backAt.slice(0, 10)} 恢复`} note={reason} />
        ))}
        {missing.length > 0 && <Text className="unit-second">尚未填写：{missing.join('、')}</Text>}
      </Card>
      {session.can('unit.edit') && <Leaving unit={unit} onChanged={onChanged} />}
    </>
  );
}

function Rows({ rows }: { rows: [string, string][] }) {
  return (
    <>
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <Row key={label} title={value} note={label} />
        ))}
    </>
  );
}
