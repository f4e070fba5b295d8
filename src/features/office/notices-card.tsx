import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { anchorOf } from '@/lib/scroll-to';
import type { CardProps } from './policy-cards';
import { RungsEditor } from './rungs-editor';
import type { YesNo } from './writing';

const yesNo: Record<YesNo, string> = { yes: '是', no: '否' };

/** Quiet hours, numbers of documents, review, chasing and the morning digest (消息和通知). */
export function NoticesCard({ written, set, errorAt }: CardProps) {
  const clocks = [
    ['messages.quietFrom', 'quietFrom', '几点以后不打扰', '夜间的提醒等到早上再发，紧急通知除外'],
    ['messages.quietTo', 'quietTo', '几点以后可以打扰', '和上一项相同，表示不设免打扰时段'],
    ['notices.remindAt', 'remindAt', '自动催办几点发出', '在应催办的工作日的这个时刻'],
    ['notices.digestAt', 'digestAt', '早报几点生成', '工作日早上给秘书处的一览'],
  ] as const;
  return (
    <>
      <Card title="消息和通知">
        <TextField
          label="文号格式"
          id={anchorOf('notices.number')}
          required
          value={written.documentNumber}
          max={40}
          rule="{short}是发文单位简称，{year}是年份，{n}是当年的序号"
          error={errorAt('notices.number')}
          onChange={(documentNumber) => set({ documentNumber })}
        />
        <ChoiceField
          label="通知发布前是否送审"
          id={anchorOf('notices.review')}
          value={written.review}
          choices={yesNo}
          rule="选“是”时，写通知的人不能直接发布，要由另一位同事审核"
          onChange={(review) => set({ review: review as YesNo })}
        />
        {clocks.map(([field, key, label, rule]) => (
          <TextField
            key={key}
            label={label}
            id={anchorOf(field)}
            required
            value={written[key]}
            max={5}
            placeholder="如 09:00"
            rule={rule}
            error={errorAt(field)}
            onChange={(time) => set({ [key]: time })}
          />
        ))}
      </Card>
      <RungsEditor
        rungs={written.rungs}
        error={errorAt('notices.rungs')}
        onChange={(rungs) => set({ rungs })}
      />
    </>
  );
}
