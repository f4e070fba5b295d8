import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { digestWords } from '@contract/rules/digest';
import { Card } from '@/components/card';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Phone } from '@/components/phone';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { usePages } from '@/lib/use-pages';
import '../digest.scss';

type Unit = Output<'digest.stuck'>['units'][number];

const tabs = { several: '欠办两件以上', unreachable: '推送不到' };

/** Who is stuck now, with what they owe. */
export default function StuckUnits() {
  const { show } = useRouter().params;
  return (
    <StaffOnly>
      {() => (
        <Page narrow>
          <Stuck first={show === 'unreachable' ? 'unreachable' : 'several'} />
        </Page>
      )}
    </StaffOnly>
  );
}

function Stuck({ first }: { first: keyof typeof tabs }) {
  const [show, setShow] = useState(first);
  const query = usePages('digest.stuck', { show });
  const count = query.data?.count;
  return (
    <>
      <Tabs value={show} tabs={tabs} onChange={setShow} />
      {count !== undefined && count > 0 && (
        <Card>
          <Text>{`${digestWords[show].words}，现在${count}家。`}</Text>
        </Card>
      )}
      <Listed
        query={query}
        rowsOf={({ units }) => units}
        empty={{ title: '现在没有这样的单位', how: '有单位欠办通知时会列在这里。' }}
      >
        {(unit) => <StuckUnit key={unit.unitId} unit={unit} />}
      </Listed>
    </>
  );
}

/** Shown of each unit at once: twenty units that owe thirty each are more than a page takes. */
const OWED = 3;

function StuckUnit({ unit: { unitId, unitName, region, liaison, n, owes } }: { unit: Unit }) {
  const [all, setAll] = useState(false);
  const more = n - OWED;
  return (
    <Card>
      <Press label={`${unitName}，打开单位档案`} onPress={() => go('unit.file', { unitId })}>
        <View className="digest-row-main">
          <Text className="digest-unit">{`${unitName} ›`}</Text>
          <Text className="digest-second">{`${region || '未填地区'} · 欠办${n}件`}</Text>
        </View>
      </Press>
      {liaison ? (
        <Phone unitId={unitId} name={liaison.name} masked={liaison.phone} />
      ) : (
        <Tag tone="danger">无联络员</Tag>
      )}
      <View className="digest-owes">
        {owes.slice(0, all ? owes.length : OWED).map(({ noticeId, title, dueText }) => (
          <Press key={noticeId} className="digest-owe" onPress={() => go('notice.progress', { noticeId })}>
            <Text>{title}</Text>
            <Tag tone={dueText.startsWith('已超期') ? 'danger' : 'neutral'}>{dueText}</Tag>
          </Press>
        ))}
        {more > 0 && !all && (
          <Press className="digest-owe" onPress={() => setAll(true)}>
            <Text>{`还有${more}件，展开`}</Text>
          </Press>
        )}
        {all && n > owes.length && <Text>{`这里只列最先到期的${owes.length}件。`}</Text>}
      </View>
    </Card>
  );
}
