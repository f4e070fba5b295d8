import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { shanghaiDay } from '@contract/rules/calendar';
import { filingLabels } from '@contract/rules/filing';
import { contactKinds, type ShownContact } from '@contract/unit';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Paged } from '@/components/paged';
import { OfficePhone, Phone } from '@/components/phone';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { toast } from '@/lib/toast';
import { usePages } from '@/lib/use-pages';
import type { Unit } from './unit-file';

type Term = Output<'unit.terms'>['terms'][number];

const dayOf = (iso: string) => shanghaiDay(new Date(iso));

/** Who sits for the unit today, whom else to turn to, and who sat before. */
export function FilePeople({ unit, session }: { unit: Unit; session: Session }) {
  return (
    <>
      <Seats unit={unit} session={session} />
      {unit.contacts.length > 0 && (
        <Card title="其他联系人">
          {unit.contacts.map((contact) => (
            <Contact key={contact.key} unitId={unit.unitId} contact={contact} />
          ))}
        </Card>
      )}
      <Terms unitId={unit.unitId} names={unit.seatNames} />
    </>
  );
}

function Seats({ unit, session }: { unit: Unit; session: Session }) {
  const { unitId, seats, seatNames, active } = unit;
  const [busy, setBusy] = useState(false);
  const issue = async () => {
    setBusy(true);
    try {
      const { codeId } = await change('code.issue', { unitId });
      go('code.show', { codeId });
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="现任" side={seats.length === 0 && <Tag tone="danger">无联络员</Tag>}>
      {seats.length === 0 && (
        <Text className="unit-second">
          {active ? '把登记码发给这家单位，由联络员扫码登记。' : '单位已退会，席位已终止。'}
        </Text>
      )}
      {seats.map(({ kind, name, phone, position, landline, numbers, since }) => (
        <View key={kind} className="unit-seat">
          <Text className="unit-second">
            {seatNames[kind]} {position}
          </Text>
          <Phone unitId={unitId} kind={kind} name={name} masked={phone} />
          {landline && <OfficePhone label="办公电话" number={landline} />}
          <Text className="unit-second">
            {dayOf(since)} 起任{numbers.length > 0 && `，备案号 ${numbers.join('、')}`}
          </Text>
          {active && session.can('filing.review') && (
            <Button kind="plain" onPress={() => go('seat.vacate', { unitId, kind })}>
              {`终止${seatNames[kind]}席位`}
            </Button>
          )}
        </View>
      ))}
      {active && session.can('code.issue') && (
        <View className="unit-code">
          <Button kind="plain" busy={busy} onPress={() => void issue()}>
            为这家单位出登记码
          </Button>
        </View>
      )}
      {active && seats.length > 0 && (
        <Row
          title="临时代理"
          note="谁在替联络员办事，到哪天为止"
          onPress={() => go('seat.proxies', { unitId })}
        />
      )}
    </Card>
  );
}

function Contact({ unitId, contact }: { unitId: string; contact: ShownContact }) {
  const { key, kind, name, position, phone, landline, email, wechat } = contact;
  const more = [email && `邮箱 ${email}`, wechat && `微信 ${wechat}`].filter(Boolean);
  return (
    <View className="unit-seat">
      <Text className="unit-second">
        {contactKinds[kind]} {position}
      </Text>
      <Phone unitId={unitId} contactKey={key} name={name} masked={phone} />
      {landline && <OfficePhone label="电话" number={landline} />}
      {more.length > 0 && <Text className="unit-second">{more.join('，')}</Text>}
    </View>
  );
}

/** Registrations of the unit: each approved one was a term on a seat. */
function Terms({ unitId, names }: { unitId: string; names: Unit['seatNames'] }) {
  const query = usePages('unit.terms', { unitId });
  return (
    <Card title="历任和登记">
      <Async query={query} rows={2}>
        {({ terms }) =>
          terms.length === 0 ? (
            <Text className="unit-second">还没有人为这家单位登记过。</Text>
          ) : (
            <Paged query={query} words="看更早的">
              {(page) =>
                page.terms.map((term) => (
                  <Row
                    key={term.filingId}
                    title={`${term.name || '（未填姓名）'} · ${names[term.kind]}`}
                    note={wordsOf(term)}
                    side={filingLabels[term.state]}
                    onPress={() => go('filing.review', { filingId: term.filingId })}
                  />
                ))
              }
            </Paged>
          )
        }
      </Async>
    </Card>
  );
}

function wordsOf({ since, until, ended, numbers, submittedAt }: Term): string {
  if (!since) return `${dayOf(submittedAt)} 提交`;
  const span = `${dayOf(since)} 至 ${until ? dayOf(until) : '今'}`;
  return [span, ended, numbers.join('、')].filter(Boolean).join('，');
}
