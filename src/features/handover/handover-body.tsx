import { useDidShow } from '@tarojs/taro';
import { Image, Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { handoverLabels, lateWords } from '@contract/rules/handover';
import { Card, Row } from '@/components/card';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { alt } from '@/lib/device/a11y';
import { useQuery } from '@/lib/use-query';
import { Acts } from './acts';
import { BothSides } from './both-sides';
import { OpenItems } from './open-items';
import { dayWords, stateTones } from './words';
import './handover.scss';

interface Props {
  handoverId: string;
  onChanged?: () => void;
}

export type Handover = Output<'handover.get'>;

/** Who hands over to whom, whose turn it is, what is open, and what the reader may do. */
export function HandoverBody({ handoverId, onChanged }: Props) {
  const query = useQuery('handover.get', { handoverId });
  useDidShow(() => void query.reload());
  const changed = () => {
    void query.reload();
    onChanged?.();
  };
  return (
    <Async query={query}>
      {(handover) => (
        <>
          <Head handover={handover} />
          {handover.code && <Scan handover={handover} code={handover.code} />}
          {handover.open && <OpenItems open={handover.open} reader={handover.reader} />}
          <BothSides handover={handover} />
          <Acts handover={handover} onChanged={changed} />
        </>
      )}
    </Async>
  );
}

function Head({ handover }: { handover: Handover }) {
  const { unitName, seatName, state, turn, mine, lateBy, changedOn, reason, reader } = handover;
  return (
    <Card>
      <View className="handover-line">
        <Text className="handover-title">{unitName}</Text>
        <Tag tone={stateTones[state]}>{handoverLabels[state]}</Tag>
      </View>
      <Row title="席位" side={seatName} />
      <Row title="原任" side={handover.leaverName} />
      <Row title="接任" side={handover.successorName ?? '待扫码登记'} />
      <Row
        title="变更日期"
        side={
          <View className="handover-line">
            <Text className="row-side">{dayWords(changedOn)}</Text>
            {lateBy > 0 && <Tag tone="danger">{lateWords(lateBy)}</Tag>}
          </View>
        }
      />
      <Row title="变更原因" note={reason} />
      <Text className={`handover-turn ${mine ? 'mine' : ''}`}>{turn}</Text>
      {reader === 'staff' && state === 'approved' && (
        <Text className="handover-second">
          别忘了联络员微信群：请将{handover.leaverName}移出群，邀请{handover.successorName ?? '接任人'}
          进群。变更函可在“打印材料”里生成。
        </Text>
      )}
    </Card>
  );
}

/** What the successor scans. */
function Scan({ handover, code }: { handover: Handover; code: NonNullable<Handover['code']> }) {
  return (
    <View className="card handover-sheet">
      <Text className="handover-title">请接任人扫这个码</Text>
      <Image className="handover-picture" src={code.pictureUrl} mode="scaleToFill" {...alt('交接码图片')} />
      <Text>用微信“扫一扫”，按提示登记为{handover.seatName}</Text>
      <Text className="handover-second">30天内有效，只能交给接任人本人</Text>
    </View>
  );
}
