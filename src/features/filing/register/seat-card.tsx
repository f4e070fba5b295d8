import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import type { SeatKind } from '@contract/me';
import { shanghaiDay } from '@contract/rules/calendar';
import { Card } from '@/components/card';
import { ChoiceField, DayField, TextField } from '@/components/field';
import { PhotoField } from '@/components/photo-field';
import { anchorOf } from '@/lib/scroll-to';
import type { ChosenUnit, Filling } from '../use-filling';
import { holderOf, kindOf, limitWords, setHanding } from './handing';

type Opened = Output<'code.open'>;

interface Props {
  opened: Opened;
  unit: ChosenUnit;
  filling: Filling;
}

/** Which seat, and what passes when somebody sits there already. */
export function SeatCard({ opened, unit, filling }: Props) {
  const { names, deputy } = opened.seats;
  const kind = kindOf(opened, filling.side);
  const holder = holderOf(unit, kind);
  const words = (one: SeatKind) => {
    const sits = holderOf(unit, one);
    return `${names[one]}（${sits ? `现任${sits}` : '空缺'}）`;
  };
  return (
    <>
      {deputy && !opened.handing && (
        <Card>
          <ChoiceField
            label="登记为"
            id={anchorOf('kind')}
            required
            value={kind}
            choices={{ main: words('main'), deputy: words('deputy') }}
            rule={`每家单位${names.main}1名，可以设${names.deputy}1名`}
            error={filling.wrong.kind}
            onChange={(next) => setHanding(filling, { kind: next as SeatKind }, 'kind', 'handover')}
          />
        </Card>
      )}
      {holder && opened.handing && (
        <Card>
          <View className="filing-note">
            <Text>{`${names[kind]}${holder}把席位交接给您`}</Text>
          </View>
          <Text className="consent-text">
            对方填写的变更日期是{opened.handing.changedOn}
            。您提交登记后，双方在交接页确认，秘书处同意后换成您。
          </Text>
        </Card>
      )}
      {holder && !opened.handing && (
        <HandoverCard
          filling={filling}
          seatName={names[kind]}
          holder={holder}
          workdays={opened.reportChangeWithinWorkdays}
        />
      )}
    </>
  );
}

interface HandoverProps {
  filling: Filling;
  seatName: string;
  holder: string;
  workdays: number | null;
}

/** Somebody holds the seat: the registration takes it over (变更、交接). */
function HandoverCard({ filling, seatName, holder, workdays }: HandoverProps) {
  const { side, wrong, codeId } = filling;
  const { handing, letter } = side;
  const put = (change: Partial<typeof handing>, field: string) =>
    setHanding(filling, { handing: { ...handing, ...change } }, field, 'handover');
  return (
    <View className="card" id={anchorOf('handover')}>
      <View className="filing-note">
        <Text>
          现任{seatName}
          {holder}，将办理交接
        </Text>
      </View>
      <Text className="consent-text">
        提交后由现任{seatName}在手机上确认交出，您确认接手，秘书处同意后换成您；原来的权限当时停止。
      </Text>
      <Text className="filing-second filing-limit">{limitWords(workdays)}</Text>
      {wrong.handover && <View className="field-error">{wrong.handover}</View>}
      <DayField
        label="变更日期"
        id={anchorOf('handover.changedOn')}
        required
        value={handing.changedOn}
        from={shanghaiDay(new Date())}
        rule="单位内部实际换人的那一天"
        error={wrong['handover.changedOn']}
        onChange={(changedOn) => put({ changedOn }, 'handover.changedOn')}
      />
      <TextField
        label="变更原因"
        id={anchorOf('handover.reason')}
        required
        max={100}
        value={handing.reason}
        placeholder="如：原联络员岗位调整"
        error={wrong['handover.reason']}
        onChange={(reason) => put({ reason }, 'handover.reason')}
      />
      <PhotoField
        label="单位盖章来函"
        id={anchorOf('handover.letterKey')}
        use="letter"
        codeId={codeId}
        shot={letter}
        rule="原联络员不便确认时上传（如已离职、手机停用），可以不传"
        error={wrong['handover.letterKey']}
        onChange={(shot) => setHanding(filling, { letter: shot }, 'handover')}
      />
    </View>
  );
}
