import { Fragment } from 'react';
import { Text, View } from '@tarojs/components';
import type { Layout } from '@contract/directory';
import type { Output } from '@contract/index';
import { posts } from '@contract/unit';
import { Card } from '@/components/card';
import { OfficePhone, Phone } from '@/components/phone';
import { Tag } from '@/components/tag';

type Entries = Output<'directory.list'>;
type Entry = Entries['units'][number];

const groupOf = (unit: Entry, by: Layout): string =>
  by === 'unit' ? '' : by === 'post' ? posts[unit.post] : unit[by];

/** Unit id → the heading before it: where a group begins, over all pages that are shown. */
export function headingsOf(units: Entry[], by: Layout): Map<string, string> {
  const headings = new Map<string, string>();
  units.forEach((unit, i) => {
    const before = units[i - 1];
    const group = groupOf(unit, by);
    if (group && (!before || groupOf(before, by) !== group)) headings.set(unit.unitId, group);
  });
  return headings;
}

export function PageOfUnits({ page, headings }: { page: Entries; headings: Map<string, string> }) {
  return (
    <>
      {page.units.map((unit) => (
        <Fragment key={unit.unitId}>
          {headings.has(unit.unitId) && (
            <View className="directory-heading">
              <Text>{headings.get(unit.unitId)}</Text>
            </View>
          )}
          <UnitCard unit={unit} names={page.seatNames} />
        </Fragment>
      ))}
    </>
  );
}

function UnitCard({ unit, names }: { unit: Entry; names: Entries['seatNames'] }) {
  const { unitId, name, region, post, landline, fax, email, seats, unregistered } = unit;
  const more = [fax && `传真 ${fax}`, email && `邮箱 ${email}`].filter(Boolean);
  return (
    <Card>
      <View className="directory-head">
        <Text className="directory-name">{name}</Text>
        <Tag>{region}</Tag>
      </View>
      <Text className="directory-post">{posts[post]}</Text>
      {seats.length + unregistered.length === 0 && (
        <View className="directory-seat">
          <Text className="directory-none">还没有联络员</Text>
        </View>
      )}
      {seats.map((seat) => (
        <View key={seat.kind} className="directory-seat">
          <Text className="directory-post">
            {names[seat.kind]} {seat.position}
          </Text>
          <Phone unitId={unitId} kind={seat.kind} name={seat.name} masked={seat.phone} />
          {seat.landline && <OfficePhone label="办公电话" number={seat.landline} />}
        </View>
      ))}
      {unregistered.map((contact) => (
        <View key={contact.key} className="directory-seat">
          <View className="directory-head">
            <Text className="directory-post">
              {contact.kind === 'liaison' ? names.main : names.deputy} {contact.position}
            </Text>
            <Tag tone="warning">未登记</Tag>
          </View>
          <Phone unitId={unitId} contactKey={contact.key} name={contact.name} masked={contact.phone} />
          {contact.landline && <OfficePhone label="办公电话" number={contact.landline} />}
        </View>
      ))}
      {landline && <OfficePhone label="单位电话" number={landline} />}
      {more.length > 0 && <Text className="directory-post">{more.join('，')}</Text>}
    </Card>
  );
}
