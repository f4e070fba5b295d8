import type { PropsWithChildren } from 'react';
import { Button } from '@tarojs/components';
import './native.scss';

export interface PhoneButtonProps {
  /** WeChat's one-time code for the number. */
  onCode: (code: string) => void;
  /** Why there is none, for the reader; a refusal is no fault. */
  onNone: (why: string) => void;
}

const NO_QUOTA = 1400001;

/** WeChat's phone number button: it needs the tap itself, so nothing may stand between. */
export function PhoneButton({ onCode, onNone, children }: PropsWithChildren<PhoneButtonProps>) {
  return (
    <Button
      className="native-button"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        const { code, errno } = detail as { code?: string; errno?: number };
        if (code) onCode(code);
        else
          onNone(
            errno === NO_QUOTA
              ? '微信手机号服务暂不可用，请在下面手工填写'
              : '您没有授权，可以在下面手工填写',
          );
      }}
    >
      {children}
    </Button>
  );
}
