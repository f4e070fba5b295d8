import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Input, Output } from '@contract/index';
import { onBehalfWords } from '@contract/jielong';
import { receiptLabel, type Ask } from '@contract/rules/receipt';
import { Card } from '@/components/card';
import { Paged } from '@/components/paged';
import { Phone } from '@/components/phone';
import { Press } from '@/components/press';
import { Ring } from '@/components/ring';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { useQuery } from '@/lib/use-query';
import { Chase } from './chase';
import { pushWords } from './words';
import './progress.scss';

type Receipt = Output<'notice.receipts'>['receipts'][number];
type Counts = Output<'notice.list'>['notices'][number]['counts'];
type Show = NonNullable<Input<'notice.receipts'>['show']>;

/** 还差谁: the ring, then the units behind each number, the missing first and by region. */
export function ProgressList({ noticeId }: { noticeId: string }) {
  const notice = useQuery('notice.get', { noticeId });
  const [show, setShow] = useState<Show>('missing');
  return (
    <Async query={notice}>
      {(data) =>
        data.view === 'whole' && data.counts ? (
          <>
            <Card>
              <View className="progress-head">
                <Ring {...data.counts} />
                <View className="progress-words">
                  <Text className="progress-title">{data.title}</Text>
                  <Tag>{data.dueText}</Tag>
                </View>
              </View>
              <Tally ask={data.asking.kind} counts={data.counts} show={show} onShow={setShow} />
            </Card>
            {data.state === 'published' && data.counts.done < data.counts.total && (
              <Chase noticeId={noticeId} />
            )}
            <Receipts noticeId={noticeId} show={show} />
          </>
        ) : (
          <Empty title="此页面向秘书处开放" how="请切换到秘书处身份。" />
        )
      }
    </Async>
  );
}

function Receipts({ noticeId, show }: { noticeId: string; show: Show }) {
  const list = usePages('notice.receipts', { noticeId, show });
  const rows = list.pages.flatMap(({ receipts }) => receipts);
  return (
    <Async query={list}>
      {() =>
        rows.length === 0 ? (
          <Empty
            title={show === 'missing' ? '全部单位都已办理' : '没有这样的单位'}
            how="点上面的数字看其他单位。"
          />
        ) : (
          <Paged query={list}>{({ receipts }) => <ByRegion noticeId={noticeId} rows={receipts} />}</Paged>
        )
      }
    </Async>
  );
}

interface TallyProps {
  ask: Ask;
  counts: Counts;
  show: Show;
  onShow: (show: Show) => void;
}

/** Every number opens the list behind it. */
function Tally({ ask, counts, show, onShow }: TallyProps) {
  const { total, opened, confirmed, answered = 0, onBehalf = 0, done } = counts;
  const tabs: (readonly [Show, string, number])[] = [
    ...(ask === 'nothing' ? [] : [['missing', '还差', total - done] as const]),
    ['waiting', receiptLabel(ask, 'waiting'), total - opened],
    ['opened', receiptLabel(ask, 'opened'), opened - confirmed],
    ...(ask === 'confirm' || confirmed > answered
      ? [['confirmed', receiptLabel(ask, 'confirmed'), confirmed - answered] as const]
      : []),
    ...(ask === 'form' ? [['answered', receiptLabel(ask, 'answered'), answered] as const] : []),
    ...(onBehalf > 0 ? [['onBehalf', '其中代录', onBehalf] as const] : []),
  ];
  return (
    <View className="tally">
      {tabs.map(([key, words, n]) => (
        <Press key={key} className={`tally-item ${key === show ? 'on' : ''}`} onPress={() => onShow(key)}>
          <Text className="tally-number">{n}家</Text>
          <Text className="tally-words">{words}</Text>
        </Press>
      ))}
    </View>
  );
}

function ByRegion({ noticeId, rows }: { noticeId: string; rows: Receipt[] }) {
  const regions = new Map<string, Receipt[]>();
  for (const row of rows) regions.set(row.region, [...(regions.get(row.region) ?? []), row]);
  return (
    <>
      {[...regions].map(([region, group]) => (
        <Card key={region} title={region}>
          {group.map((row) => (
            <ReceiptRow key={row.unitId} noticeId={noticeId} row={row} />
          ))}
        </Card>
      ))}
    </>
  );
}

function ReceiptRow({ noticeId, row }: { noticeId: string; row: Receipt }) {
  const stamp = row.confirmed ?? row.opened;
  const entered = stamp?.onBehalf && onBehalfWords(stamp.onBehalf);
  const note = stamp
    ? [receiptLabel(row.ask, row.state), `${stamp.by} ${showAt(stamp.at)}`, entered]
        .filter(Boolean)
        .join(' · ')
    : [receiptLabel(row.ask, row.state), pushWords(row.push)].filter(Boolean).join(' · ');
  return (
    <View className="receipt">
      <View className="receipt-words">
        <Text>{row.unitName}</Text>
        <Text className="receipt-note">{note}</Text>
        {(!row.confirmed || entered) && (
          <Press
            className="receipt-record"
            label={`${entered ? '查看代录' : '代录'}${row.unitName}`}
            onPress={() => go('notice.record', { noticeId, unitId: row.unitId })}
          >
            <Text>{entered ? '查看代录' : '电话或书面答复了？代录'}</Text>
          </Press>
        )}
      </View>
      {row.liaison ? (
        <Phone unitId={row.unitId} name={row.liaison.name} masked={row.liaison.phone} />
      ) : (
        <Tag tone="danger">无联络员</Tag>
      )}
    </View>
  );
}
