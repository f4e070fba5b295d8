import { useState } from 'react';
import * as v from 'valibot';
import type { MemberRule } from '@contract/audience';
import { groupContract } from '@contract/group';
import type { Shot } from '@/components/photo-field';
import { CallError, change, sentenceOf } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { useDraft } from '@/lib/use-draft';
import type { Group } from './group-view';

interface Writing {
  name: string;
  purpose: string;
  members: MemberRule;
  leaderId: string | null;
  wechatName: string;
  how: string;
  qr: Shot | null;
  /** Kept with the draft: saving again after a lost answer saves once. */
  requestId: string;
}

const beginning = (group: Group | null): Writing => ({
  name: group?.name ?? '',
  purpose: group?.purpose ?? '',
  members: group?.members ?? {},
  leaderId: group?.leader?.unitId ?? null,
  wechatName: group?.wechat.name ?? '',
  how: group?.wechat.how ?? '',
  qr: group?.wechat.qrKey
    ? { path: '', name: '', size: 0, fileKey: group.wechat.qrKey, url: group.wechat.qr?.url ?? '' }
    : null,
  requestId: newRequestId(),
});

/** A group as it is written. What was typed over an older state of it is not taken over. */
export function useGroupEditing(group: Group | null, onSaved: (groupId: string) => void) {
  const key = group ? `group:${group.groupId}:${group.updatedAt}` : 'group:new';
  const [empty] = useState(() => beginning(group));
  const { value, set, clear, savedAt } = useDraft<Writing>(key, empty);
  const [fault, setFault] = useState<{ field: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const fail = (field: string, message: string) => {
    const [first = '', second = ''] = field.split('.');
    const place = first === 'wechat' ? `${first}.${second}` : first;
    setFault({ field: place, message });
    if (place) scrollToField(place);
  };

  const save = async () => {
    setFault(null);
    if (value.qr && !value.qr.fileKey) return fail('wechat.qrKey', '群二维码还没有传完，请重新上传或去掉');
    const { name, purpose, members, leaderId, wechatName, how, qr, requestId } = value;
    const form = {
      ...(group && { groupId: group.groupId, seen: group.updatedAt }),
      name,
      purpose,
      members,
      leaderId,
      wechat: { name: wechatName, how, qrKey: qr?.fileKey ?? null },
    };
    const { issues } = v.safeParse(groupContract['group.save'].input, form);
    if (issues) return fail(v.getDotPath(issues[0]) ?? '', issues[0].message);
    setBusy(true);
    try {
      const { groupId } = await change('group.save', form, requestId);
      clear();
      onSaved(groupId);
    } catch (error) {
      fail((CallError.is(error) && error.field) || '', sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  return {
    value,
    set,
    savedAt,
    fault,
    busy,
    at: (field: string) => (fault?.field === field ? fault.message : undefined),
    save: () => void save(),
  };
}

export type GroupEditing = ReturnType<typeof useGroupEditing>;
