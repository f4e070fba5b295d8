import { useState, type PropsWithChildren } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { persona } from './persona';
import './native.scss';

export interface PhoneButtonProps {
  onCode: (code: string) => void;
  onNone: (why: string) => void;
}

/** The browser's stand-in for WeChat's sheet: asks which number WeChat would give, 允许 or 拒绝. */
export function PhoneButton({ onCode, onNone, children }: PropsWithChildren<PhoneButtonProps>) {
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState('');
  const allow = async () => {
    const code = await codeFor(phone).catch(() => null);
    setOpen(false);
    if (code) onCode(code);
    else onNone('没有取到手机号，请在下面手工填写');
  };
  const refuse = () => {
    setOpen(false);
    onNone('您没有授权，可以在下面手工填写');
  };
  return (
    <>
      <View className="native-button" role="button" onClick={() => setOpen(true)}>
        {children}
      </View>
      {open && (
        <View className="native-sheet">
          <Text className="native-sheet-words">
            演示：在微信里，这里会弹出您微信绑定的手机号。请输入一个11位号码代替。
          </Text>
          <Input
            className="field-input"
            type="number"
            value={phone}
            placeholder="微信绑定的手机号"
            maxlength={11}
            onInput={(e) => setPhone(e.detail.value)}
          />
          <View className="native-sheet-acts">
            <View className="native-sheet-act" role="button" onClick={refuse}>
              拒绝
            </View>
            <View className="native-sheet-act" role="button" onClick={() => void allow()}>
              允许
            </View>
          </View>
        </View>
      )}
    </>
  );
}

async function codeFor(phone: string): Promise<string | null> {
  const reply = await fetch('/wx/getPhoneNumber', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': persona.current() },
    body: JSON.stringify({ phone }),
  });
  return ((await reply.json()) as { code?: string }).code ?? null;
}
