import { styles, type Style } from '@contract/notice';
import { shanghaiYear } from '@contract/rules/calendar';
import { ChoiceField } from '@/components/field';
import { useQuery } from '@/lib/use-query';

interface Props {
  value: Style;
  hostId: string;
  onChange: (style: Style) => void;
}

/** Red head and number, or plain; a formal document is told the number it will probably get. */
export function StyleChoice({ value, hostId, onChange }: Props) {
  const formal = value === 'formal';
  const year = shanghaiYear(new Date());
  const numbers = useQuery('notice.numbers', formal && hostId ? { hostId, year } : null);
  const upcoming = numbers.data && `下一号：${numbers.data.upcoming}，发布时正式取号`;
  return (
    <ChoiceField
      label="文件样式"
      value={value}
      choices={styles}
      rule={formal ? (upcoming ?? '红头、文号、落款，发布时取号') : '没有红头和文号，适合短通知'}
      onChange={(style) => onChange(style === 'formal' ? 'formal' : 'plain')}
    />
  );
}
