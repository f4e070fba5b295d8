import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { role } from '@/lib/device/a11y';

interface Props {
  step: number;
  last: number;
  fixing: boolean;
  busy: boolean;
  error: string | undefined;
  onBack: () => void;
  onNext: () => void;
}

export function StepFoot({ step, last, fixing, busy, error, onBack, onNext }: Props) {
  const words =
    step === 0 ? '同意并继续' : step === last ? '提交登记' : fixing ? '改好了，回到核对' : '下一步';
  return (
    <>
      {error && (
        <View className="field-error" {...role('alert')}>
          {error}
        </View>
      )}
      <View className="filing-foot">
        {step > 0 && (
          <View className="filing-foot-side">
            <Button kind="plain" wide disabled={busy} onPress={onBack}>
              {fixing ? '返回' : '上一步'}
            </Button>
          </View>
        )}
        <View className="filing-foot-main">
          <Button wide busy={busy} onPress={onNext}>
            {words}
          </Button>
        </View>
      </View>
    </>
  );
}
