import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { ChoiceField, Field, TextField } from '@/components/field';
import { SearchField } from '@/components/search-field';
import { CallError, change, sentenceOf } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';

const kinds = { open: '开放登记码', unit: '指定单位' };
const OTHER = 'other';
const days = { '7': '7天', '30': '30天', '90': '90天', '365': '1年', [OTHER]: '其他' };

/** Makes a code, open or for one unit. */
export function IssueCode({ onIssued }: { onIssued: (codeId: string) => void }) {
  const [kind, setKind] = useState('open');
  const [unit, setUnit] = useState<{ unitId: string; name: string } | null>(null);
  const [term, setTerm] = useState('30');
  const [typed, setTyped] = useState('');
  const [requestId, setRequestId] = useState(newRequestId);
  const [wrong, setWrong] = useState<{ field: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const at = (field: string) => (wrong?.field === field ? wrong.message : undefined);

  const issue = async () => {
    if (kind === 'unit' && !unit) return setWrong({ field: 'unitId', message: '请选择单位' });
    setBusy(true);
    setWrong(null);
    try {
      const input = {
        unitId: kind === 'unit' ? (unit?.unitId ?? null) : null,
        days: Number(term === OTHER ? typed : term),
      };
      const { codeId } = await change('code.issue', input, requestId);
      setRequestId(newRequestId());
      onIssued(codeId);
    } catch (error) {
      const field = CallError.is(error) ? error.field : undefined;
      if (field) setWrong({ field, message: sentenceOf(error) });
      else toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card title="生成登记码">
      <ChoiceField
        label="给谁用"
        value={kind}
        choices={kinds}
        rule={
          kind === 'open'
            ? '发到群里或印在通知上，联络员扫码后自己查找单位'
            : '只能为这一家单位登记，适合单独发给它'
        }
        onChange={setKind}
      />
      {kind === 'unit' && <UnitField unit={unit} error={at('unitId')} onChange={setUnit} />}
      <ChoiceField label="有效期" value={term} choices={days} error={at('days')} onChange={setTerm} />
      {term === OTHER && (
        <TextField
          label="有效天数"
          keyboard="number"
          max={3}
          value={typed}
          rule="1到365天"
          onChange={setTyped}
        />
      )}
      <Button wide busy={busy} onPress={() => void issue()}>
        生成登记码
      </Button>
    </Card>
  );
}

interface UnitFieldProps {
  unit: { unitId: string; name: string } | null;
  error?: string | undefined;
  onChange: (unit: { unitId: string; name: string } | null) => void;
}

function UnitField({ unit, error, onChange }: UnitFieldProps) {
  const [search, setSearch] = useState('');
  const found = useQuery('unit.list', !unit && search ? { search } : null);
  return (
    <Field label="单位" required error={error}>
      {unit ? (
        <Row title={unit.name} side="换一家" onPress={() => onChange(null)} />
      ) : (
        <>
          <SearchField value={search} placeholder="单位名称、拼音或首字母" onChange={setSearch} />
          {found.data?.units.slice(0, 8).map(({ unitId, name, region, liaison }) => (
            <Row
              key={unitId}
              title={name}
              note={`${region}${liaison ? ` · 联络员 ${liaison}` : ' · 无联络员'}`}
              side="选择"
              onPress={() => onChange({ unitId, name })}
            />
          ))}
          {found.data?.units.length === 0 && <Text>没有找到这样的单位</Text>}
        </>
      )}
    </Field>
  );
}
