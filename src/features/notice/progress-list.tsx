import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Input, Output } from '@contract/index';
import { onBehalfWords } from '@contract/jielong';
import { isDone, missingOf, receiptLabel, type Ask } from '@contract/rules/receipt';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Paged } from '@/components/paged';
import { Phone } from '@/components/phone';
import { Press } from '@/components/press';
import { Ring } from '@/components/ring';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { anchorOf, scrollToField } from '@/lib/scroll-to';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { useQuery } from '@/lib/use-query';
import { Chase } from './chase';
import { SmsLink } from './chase-link';
import { LadderCard } from './ladder/ladder-card';
import { VersionTools } from './version/tools';
import { endedWords, pushWords } from './words';
import './progress.scss';

type Receipt = Output<'notice.receipts'>['receipts'][number];
type Counts = Output<'notice.list'>['notices'][number]['counts'];
type Show = NonNullable<Input<'notice.receipts'>['show']>;

const LIST = 'receipts';

/** What the list shows where no number above it is marked. */
const behindWords: Partial<Record<Show, string>> = {
  push: '还差的单位中，现在可推送的：',
  already: '还差的单位中，今天已提醒过的：',
  unreachable: '还差的单位中，推送不到的：',
};

/** 还差谁: the ring, then the units behind each number, the missing first and by region. */
export function ProgressList({ noticeId }: { noticeId: string }) {
  const notice = useQuery('notice.get', { noticeId });
  const [show, setShow] = useState<Show>('missing');
  // The list stands far below on a phone: without this a tap would seem to do nothing.
  const choose = (next: Show) => {
    setShow(next);
    scrollToField(LIST);
  };
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
                  {data.number && <Text className="receipt-note">{data.number}</Text>}
                  <Tag tone={endedWords(data.state) ? 'danger' : 'neutral'}>
                    {endedWords(data.state) || data.dueText}
                  </Tag>
                </View>
              </View>
              <Tally
                ask={data.asking.kind}
                counts={data.counts}
                ended={endedWords(data.state) !== ''}
                show={show}
                onShow={choose}
              />
              {data.asking.kind === 'form' && (
                <View className="progress-more">
                  <Button kind="plain" wide onPress={() => go('notice.answers', { noticeId })}>
                    看回执表汇总
                  </Button>
                </View>
              )}
            </Card>
            {data.state === 'published' && missingOf(data.counts) > 0 && (
              <Chase noticeId={noticeId} title={data.title} asked={data.asking.kind} onShow={choose} />
            )}
            {data.state === 'published' && <LadderCard noticeId={noticeId} />}
            <VersionTools notice={data} />
            <View id={anchorOf(LIST)} />
            {behindWords[show] && <Text className="progress-pieces">{behindWords[show]}</Text>}
            <Receipts noticeId={noticeId} show={show} ended={endedWords(data.state) !== ''} />
          </>
        ) : (
          <Empty title="此页面向秘书处开放" how="请切换到秘书处身份。" />
        )
      }
    </Async>
  );
}

/** Of a notice that waits for nobody any more those who never saw it stand first. */
const shownOf = (show: Show, ended: boolean): Show => (ended && show === 'missing' ? 'waiting' : show);

function Receipts({ noticeId, show, ended }: { noticeId: string; show: Show; ended: boolean }) {
  const list = usePages('notice.receipts', { noticeId, show: shownOf(show, ended) });
  const rows = list.pages.flatMap(({ receipts }) => receipts);
  return (
    <Async query={list}>
      {() =>
        rows.length === 0 ? (
          <Empty
            title={shownOf(show, ended) === 'missing' ? '全部单位都已办理' : '没有这样的单位'}
            how="点上面的数字看其他单位。"
          />
        ) : (
          <Paged query={list}>
            {({ receipts }) => <ByRegion noticeId={noticeId} rows={receipts} ended={ended} />}
          </Paged>
        )
      }
    </Async>
  );
}

interface TallyProps {
  ask: Ask;
  counts: Counts;
  /** Withdrawn or corrected: nobody is missing. */
  ended: boolean;
  show: Show;
  onShow: (show: Show) => void;
}

/** Every number opens the list behind it. */
function Tally({ ask, counts, ended, show, onShow }: TallyProps) {
  const { total, opened, confirmed, answered = 0, onBehalf = 0, left = 0 } = counts;
  const tabs: (readonly [Show, string, number])[] = [
    ...(ask === 'nothing' || ended ? [] : [['missing', '还差', missingOf(counts)] as const]),
    ['waiting', receiptLabel(ask, 'waiting'), total - left - opened],
    ['opened', receiptLabel(ask, 'opened'), opened - confirmed],
    ...(ask === 'confirm' || confirmed > answered
      ? [['confirmed', receiptLabel(ask, 'confirmed'), confirmed - answered] as const]
      : []),
    ...(ask === 'form' ? [['answered', receiptLabel(ask, 'answered'), answered] as const] : []),
    ...(onBehalf > 0 ? [['onBehalf', '其中代录', onBehalf] as const] : []),
    ...(left > 0 ? [['left', '已退会', left] as const] : []),
  ];
  return (
    <View className="tally">
      {tabs.map(([key, words, n]) => (
        <Press
          key={key}
          className={`tally-item ${key === shownOf(show, ended) ? 'on' : ''}`}
          onPress={() => onShow(key)}
        >
          <Text className="tally-number">{n}家</Text>
          <Text className="tally-words">{words}</Text>
        </Press>
      ))}
    </View>
  );
}

function ByRegion({ noticeId, rows, ended }: { noticeId: string; rows: Receipt[]; ended: boolean }) {
  const regions = new Map<string, Receipt[]>();
  for (const row of rows) regions.set(row.region, [...(regions.get(row.region) ?? []), row]);
  return (
    <>
      {[...regions].map(([region, group]) => (
        <Card key={region} title={region}>
          {group.map((row) => (
            <ReceiptRow key={row.unitId} noticeId={noticeId} row={row} ended={ended} />
          ))}
        </Card>
      ))}
    </>
  );
}

function ReceiptRow({ noticeId, row, ended }: { noticeId: string; row: Receipt; ended: boolean }) {
  const over = ended || !!row.left;
  const stamp = row.answered ?? row.confirmed ?? row.opened;
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
        <View className="receipt-acts">
          {!over && (entered || !isDone(row.ask, row.state)) && (
            <Press
              className="receipt-record"
              label={`${entered ? '查看代录' : '代录'}${row.unitName}`}
              onPress={() => go('notice.record', { noticeId, unitId: row.unitId })}
            >
              <Text>{entered ? '查看代录' : '电话或书面答复了？代录'}</Text>
            </Press>
          )}
          {!over && row.liaison && !isDone(row.ask, row.state) && <SmsLink noticeId={noticeId} row={row} />}
        </View>
      </View>
      {row.left ? (
        <Tag>已退会</Tag>
      ) : row.liaison ? (
        <Phone unitId={row.unitId} name={row.liaison.name} masked={row.liaison.phone} />
      ) : (
        <Tag tone="danger">无联络员</Tag>
      )}
    </View>
  );
}
