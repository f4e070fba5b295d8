import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { QR_DAYS } from '@contract/rules/group-text';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Press } from '@/components/press';
import { alt } from '@/lib/device/a11y';
import { copy } from '@/lib/device/clipboard';
import { previewPictures } from '@/lib/device/picture';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import type { Query } from '@/lib/use-query';
import type { Group } from './group-view';

interface Props {
  group: Group;
  missing: Query<Output<'group.missing'>>;
  keeps: boolean;
}

/** The WeChat group: how to get in, and who is not in it yet, ready to copy. */
export function WechatCard({ group: { groupId, wechat }, missing: { data }, keeps }: Props) {
  return (
    <Card title="微信群">
      <Text className="group-purpose">{wechat.name || '还没有登记微信群名称，可在“编辑”里填写。'}</Text>
      {wechat.how && <Text className="group-second">{wechat.how}</Text>}
      {wechat.qr && <QrPicture qr={wechat.qr} />}
      {data && (
        <Text className={data.missing > 0 ? 'group-missing' : 'group-purpose'}>
          {data.total === 0
            ? '组里现在没有单位'
            : data.missing === 0
              ? `${data.total}家单位的联络员都已进群`
              : `已进群${data.total - data.missing}家 · 还没进群${data.missing}家`}
        </Text>
      )}
      {data && data.missing > 0 && <CopyMissing pieces={data.pieces} />}
      {keeps && (
        <Row
          title="粘贴群成员名单"
          note="对上单位，一次标记已进群"
          onPress={() => go('group.match', { groupId })}
        />
      )}
    </Card>
  );
}

function CopyMissing({ pieces }: { pieces: string[] }) {
  const [told, setTold] = useState(false);
  const copyIt = async (piece: string) => {
    setTold(true);
    if (!(await copy(piece))) toast('没有复制成功，请允许使用剪贴板后重试');
  };
  return (
    <>
      <View className="group-actions">
        <Button onPress={() => void copyIt(pieces[0] ?? '')}>复制还没进群名单</Button>
      </View>
      {told && pieces.length > 1 && (
        <Text className="group-second">名单较长，分{pieces.length}段，第1段已复制：</Text>
      )}
      {told &&
        pieces.length > 1 &&
        pieces.map((piece, i) => (
          <Row key={i} title={`第${i + 1}段`} side="复制" onPress={() => void copyIt(piece)} />
        ))}
    </>
  );
}

/** WeChat's picture works for some days only; an old one is said to be so. */
export function QrPicture({ qr: { url, at, expired } }: { qr: NonNullable<Group['wechat']['qr']> }) {
  return (
    <View className="group-qr">
      {url && !expired && (
        <Press label="查看群二维码大图" onPress={() => previewPictures([url])}>
          <Image className="group-qr-image" src={url} mode="aspectFit" {...alt('微信群二维码')} />
        </Press>
      )}
      <Text className={expired ? 'group-missing' : 'group-second'}>
        {expired
          ? `${showAt(at)}上传的群二维码已超过${QR_DAYS}天，多半已失效，请换一张或请人邀请进群`
          : url
            ? `${showAt(at)}上传，微信群二维码${QR_DAYS}天内有效；群满200人后只能由群成员邀请`
            : '群二维码图片已丢失，请重新上传'}
      </Text>
    </View>
  );
}
