import { useState } from 'react';
import { attachmentKinds, type AttachmentKind } from '@contract/unit';
import { AddFile } from '@/components/add-file';
import { Card } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { change } from '@/lib/call';
import { toast } from '@/lib/toast';

/** Puts a picture or a document into the unit's file. */
export function AddPaper({ unitId, onAdded }: { unitId: string; onAdded: () => void }) {
  const [kind, setKind] = useState<AttachmentKind>('licence');
  return (
    <Card title="添加材料">
      <ChoiceField
        label="材料类别"
        value={kind}
        choices={attachmentKinds}
        onChange={(chosen) => setKind(chosen as AttachmentKind)}
      />
      <AddFile
        words={{ picture: '拍照或选图片', file: '选文件' }}
        onUploaded={async (file, requestId) => {
          await change('unit.attach', { unitId, kind, ...file }, requestId);
          toast('材料已存入档案');
          onAdded();
        }}
      />
    </Card>
  );
}
