import { Text, View } from '@tarojs/components';
import { formLabels, formSteps, type FormKey } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Check } from '@/components/check';
import { DayField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { PhotoField } from '@/components/photo-field';
import { Press } from '@/components/press';
import { SavedLine } from '@/components/saved-line';
import { role } from '@/lib/device/a11y';
import { back } from '@/lib/go';
import { anchorOf } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import type { Query } from '@/lib/use-query';
import { isAsked } from '@/lib/form-faults';
import { FieldEditor } from './field-editor';
import { Value } from './sides';
import { useCorrecting, type Correcting } from './use-correcting';
import type { OwnRecord } from './words';

interface Props {
  unitId: string;
  record: OwnRecord;
  query: Query<OwnRecord>;
}

/** The record to read, any field of it to change. */
export function CorrectForm({ unitId, record, query }: Props) {
  const correcting = useCorrecting(unitId, record);
  const { keys, wrong, busy, savedAt, form, send } = correcting;
  const count = keys.filter((key) => isAsked(key, form)).length;
  const submit = async () => {
    if (!(await send())) return void query.reload();
    toast('已提交，等秘书处审核');
    back();
  };
  if (record.open)
    return (
      <Page narrow>
        <Card title={record.unitName}>
          <Text className="record-note">您申请的变更秘书处正在审核，办结或撤回后才能再改。</Text>
          <Button kind="plain" wide onPress={back}>
            返回
          </Button>
        </Card>
      </Page>
    );
  return (
    <Page
      narrow
      foot={
        <>
          {wrong[''] && (
            <View className="field-error" {...role('alert')}>
              {wrong['']}
            </View>
          )}
          <Button wide busy={busy} onPress={() => void submit()}>
            {count > 0 ? `提交这${count}项变更` : '提交变更'}
          </Button>
        </>
      }
    >
      <SavedLine at={savedAt} />
      <Text className="record-note">点要改的项目旁边的“修改”，填好后一起提交；秘书处同意后才会更新。</Text>
      {formSteps.map(({ key, title, fields }) => (
        <Step key={key} title={title} fields={fields} record={record} correcting={correcting} />
      ))}
      <Rest record={record} correcting={correcting} />
    </Page>
  );
}

interface StepProps {
  title: string;
  fields: FormKey[];
  record: OwnRecord;
  correcting: Correcting;
}

function Step({ title, fields, record, correcting }: StepProps) {
  const { keys, form, open, close } = correcting;
  const shown = record.fields.filter(({ key }) => fields.includes(key) && isAsked(key, form));
  if (shown.length === 0) return null;
  return (
    <Card title={title}>
      {shown.map(({ key, required }) =>
        keys.includes(key) ? (
          <View key={key} className="record-editing">
            <FieldEditor name={key} required={required} record={record} correcting={correcting} />
            <Press className="record-keep" label={`${formLabels[key]}不改了`} onPress={() => close(key)}>
              <Text>不改了</Text>
            </Press>
          </View>
        ) : (
          <View key={key} className="record-field">
            <Text className="record-label">{formLabels[key]}</Text>
            <View className="record-value">
              <Value name={key} form={record.form} urls={record.urls} />
            </View>
            <Press className="record-edit" label={`修改${formLabels[key]}`} onPress={() => open(key)}>
              <Text>修改</Text>
            </Press>
          </View>
        ),
      )}
    </Card>
  );
}

/** Since when, with what proof, and whether the rest was looked at. */
function Rest({ record, correcting }: { record: OwnRecord; correcting: Correcting }) {
  const { changedOn, reason = '', asksProof, shots, restChecked, wrong, write, setShot } = correcting;
  const within = record.reportWithin;
  return (
    <Card title="变更说明">
      <DayField
        label="变更日期"
        required
        id={anchorOf('changedOn')}
        value={changedOn}
        from={shanghaiDay(new Date())}
        end={shanghaiDay(new Date())}
        rule={
          within === null
            ? '实际发生变化的那一天；同时有几项的，填最早的一天'
            : `实际发生变化的那一天；制度要求${within}个工作日内报告，超过会注明`
        }
        error={wrong.changedOn}
        onChange={(day) => write({ changedOn: day }, 'changedOn')}
      />
      <TextField
        label="变更原因"
        id={anchorOf('reason')}
        value={reason}
        placeholder="如：换手机号、职务调整"
        rule="印在变更申报表上，可以不填"
        error={wrong.reason}
        lines
        onChange={(text) => write({ reason: text }, 'reason')}
      />
      {asksProof && (
        <PhotoField
          label="营业执照"
          required
          id={anchorOf('proof')}
          rule="营业执照副本复印件加盖公章后拍照"
          use="licence"
          shot={shots.proof ?? null}
          error={wrong.proof}
          onChange={(shot) => setShot('proof', shot)}
        />
      )}
      <Check checked={restChecked} onChange={(on) => write({ restChecked: on })}>
        <Text>其余各项我都核对过，没有变化</Text>
      </Check>
    </Card>
  );
}
