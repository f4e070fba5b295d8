import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { CallError, change, sentenceOf } from '@/lib/call';
import { goTab, replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { actAs, useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { role } from '@/lib/device/a11y';

const empty = () => ({ code: '', name: '', requestId: newRequestId() });

/** One-time code and name: the first founds the office, later ones join it. */
export default function Claim() {
  const session = useSession();
  const { value, set, clear } = useDraft('claim', empty());
  const [wrong, setWrong] = useState<{ field?: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const at = (field: string) => (wrong?.field === field ? wrong.message : undefined);

  const claim = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { code, name, requestId } = value;
      const { first } = await change('office.claim', { code, name }, requestId);
      clear();
      actAs('staff');
      // The next page must not find the stranger of a moment ago in the cache.
      await session.reload();
      toast(first ? '协会已设立，请完成设置' : '已加入秘书处');
      if (first) replace('office.setUp');
      else goTab('home');
    } catch (error) {
      const field = CallError.is(error) ? error.field : undefined;
      setWrong({ message: sentenceOf(error), ...(field && { field }) });
      if (!CallError.offline(error)) set({ requestId: newRequestId() });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page
      narrow
      foot={
        <Button wide busy={busy} onPress={() => void claim()}>
          确认
        </Button>
      }
    >
      <Card title="秘书处工作人员">
        <TextField
          label="一次性验证码"
          required
          value={value.code}
          max={40}
          placeholder="20位字母和数字"
          rule="由协会的系统管理员给您，只能用一次；横线和空格可以不填，大小写都可以"
          error={at('code')}
          onChange={(code) => set({ code })}
        />
        <TextField
          label="您的姓名"
          required
          value={value.name}
          max={20}
          rule="通知、审核记录里会显示您的姓名"
          error={at('name')}
          onChange={(name) => set({ name })}
        />
        {wrong && !wrong.field && (
          <View className="field-error" {...role('alert')}>
            {wrong.message}
          </View>
        )}
      </Card>
    </Page>
  );
}
