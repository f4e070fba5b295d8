import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { Field, TextField, type FieldProps } from '@/components/field';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { PhoneButton } from '@/lib/device/phone-button';
import { anchorOf } from '@/lib/scroll-to';
import { role } from '@/lib/device/a11y';
import { digitsOf, TAIL, type Filling } from './use-filling';

/** The number from WeChat's button, or by hand with its last four digits typed twice. */
export function MobileField({ filling, ...field }: FieldProps & { filling: Filling }) {
  const { form, side, wrong, set, setSide } = filling;
  const [told, setTold] = useState('');
  const digits = digitsOf(form.mobile ?? '');
  const verified = digits !== '' && digits === side.verified;

  const exchange = async (code: string) => {
    setTold('正在取手机号…');
    try {
      const { mobile } = await change('filing.phone', { code });
      set({ mobile });
      setSide({ verified: mobile, tail: '' }, TAIL);
      setTold('');
    } catch (error) {
      setTold(sentenceOf(error));
    }
  };

  return (
    <>
      <Field {...field}>
        <PhoneButton onCode={(code) => void exchange(code)} onNone={setTold}>
          用微信绑定的手机号
        </PhoneButton>
        {told && (
          <View className="field-rule filing-told" {...role('status')}>
            {told}
          </View>
        )}
        <Input
          className="field-input"
          type="number"
          value={form.mobile ?? ''}
          placeholder="或在这里填写11位手机号"
          maxlength={11}
          onInput={(e) => {
            set({ mobile: e.detail.value });
            setSide({ tail: '' }, TAIL);
          }}
        />
        {verified && (
          <View className="filing-verified">
            <Tag tone="success">✓ 微信已核验</Tag>
          </View>
        )}
      </Field>
      {digits.length === 11 && !verified && (
        <TextField
          label="核对：再填一次手机号后4位"
          id={anchorOf(TAIL)}
          required
          keyboard="number"
          max={4}
          value={side.tail}
          placeholder="后4位"
          rule="填错一位就收不到通知，所以请再核对一次"
          error={wrong[TAIL]}
          onChange={(tail) => setSide({ tail }, TAIL)}
        />
      )}
    </>
  );
}
