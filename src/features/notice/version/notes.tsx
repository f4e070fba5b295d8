import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Press } from '@/components/press';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import type { Whole } from '../reader';
import './notes.scss';

/** What became of the notice since it went out, above everything else; the version that stands today in one tap. */
export function VersionNotes({ notice }: { notice: Whole }) {
  const { withdrawn, newer, correction, receipt } = notice;
  const unit: Record<string, string> = receipt ? { unitId: receipt.unitId } : {};
  return (
    <>
      {withdrawn && (
        <View className="version-note ended">
          <Text className="version-title">已撤回</Text>
          <Text className="version-line">
            {`秘书处已于${showAt(withdrawn.at)}撤回这条通知，不用再办理。`}
          </Text>
          <Text className="version-line">原因：{withdrawn.reason}</Text>
        </View>
      )}
      {newer && (
        <View className="version-note ended">
          <Text className="version-title">已更正，这是旧版</Text>
          <Text className="version-line">{`${showAt(newer.at)}更正：${newer.note}`}</Text>
          <Button wide onPress={() => go('notice.detail', { noticeId: newer.noticeId, ...unit })}>
            看更正后的通知
          </Button>
        </View>
      )}
      {correction && !withdrawn && !newer && (
        <View className="version-note">
          <Text className="version-line">{`已于${showAt(correction.at)}更正：${correction.note}`}</Text>
          {correction.of && <OldVersion of={{ noticeId: correction.of, ...unit }} />}
        </View>
      )}
    </>
  );
}

const OldVersion = ({ of }: { of: Record<string, string> }) => (
  <Press className="version-old" onPress={() => go('notice.detail', of)}>
    <Text>看更正前的旧版 ›</Text>
  </Press>
);
