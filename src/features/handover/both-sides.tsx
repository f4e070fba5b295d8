import { Image, Text } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { alt } from '@/lib/device/a11y';
import { previewPictures } from '@/lib/device/picture';
import { showAt } from '@/lib/show-time';
import type { Handover } from './handover-body';

/** Who has confirmed, and the letter that may stand in for the leaver's word. */
export function BothSides({ handover }: { handover: Handover }) {
  const { leaverAgreedAt, successorAgreedAt, letterUrl, leaverName, successorName } = handover;
  const said = (at: string | null) =>
    at ? <Tag tone="success">{`✓ ${showAt(at)}`}</Tag> : <Tag tone="warning">未确认</Tag>;
  return (
    <Card title="双方确认">
      <Row
        title={`${leaverName}（交出）`}
        side={letterUrl && !leaverAgreedAt ? <Tag tone="success">单位来函代替</Tag> : said(leaverAgreedAt)}
      />
      <Row title={successorName ? `${successorName}（接手）` : '接任人'} side={said(successorAgreedAt)} />
      {letterUrl && (
        <>
          <Text className="handover-second">单位盖章来函，代替原任确认：</Text>
          <Press label="查看单位来函大图" onPress={() => previewPictures([letterUrl])}>
            <Image className="handover-letter" src={letterUrl} mode="widthFix" {...alt('单位来函')} />
          </Press>
        </>
      )}
    </Card>
  );
}
