import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { CONSENT_VERSION } from '@contract/filing';
import { formSteps } from '@contract/form';
import type { Output } from '@contract/index';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { Async } from '@/components/states';
import { Steps } from '@/components/steps';
import { CallError, change } from '@/lib/call';
import { scrollToTop } from '@/lib/scroll-to';
import type { Query } from '@/lib/use-query';
import { headOf, sendable, type Faults } from '../faults';
import { useFilling } from '../use-filling';
import { stepOf, stepTitles, unsentWords } from '../words';
import { CarryOver, useCarryOver } from './carry-over';
import { CheckStep } from './check-step';
import { ConsentStep } from './consent-step';
import { Done } from './done';
import { FieldsStep } from './fields-step';
import { StepFoot } from './step-foot';
import { UnitStep } from './unit-step';
import '../filing.scss';

type Opened = Output<'code.open'>;

interface Props {
  codeId: string;
  query: Query<Opened>;
  opened: Opened;
}

const LAST = stepTitles.length - 1;
const allFields = formSteps.flatMap(({ fields }) => fields);

/** The steps of the form; everything typed and where one is stays on the device, by code. */
export function Registration({ codeId, query, opened }: Props) {
  const filling = useFilling(
    `register:${codeId}`,
    opened.unit ? { unitName: opened.unit.name } : undefined,
    codeId,
  );
  const carry = useCarryOver(codeId, filling);
  const [ticked, setTicked] = useState(false);
  const [busy, setBusy] = useState(false);
  const { form, side, setSide, show } = filling;
  const unit = opened.unit ?? side.unit;
  const step = side.agreed === CONSENT_VERSION ? side.step : 0;
  const fields = formSteps[step - 1]?.fields ?? [];
  const goTo = (to: number, change: { fixing?: boolean } = {}) => {
    setSide({ step: to, fixing: false, ...change }, '');
    scrollToTop();
  };
  const faultsIn = (keys: typeof fields): Faults =>
    !unit && keys.includes('unitName') ? { unitId: '请先查找并选择您的单位' } : filling.faults(keys);
  /** To the step that holds the first of them. */
  const lead = (faults: Faults) => {
    const to = stepOf(headOf(Object.keys(faults)[0] ?? ''));
    if (to !== null && to !== step) setSide({ step: to, fixing: true });
    show(faults);
  };

  const agree = async () => {
    if (!ticked) return show({ agreed: '请先阅读说明，并勾选“我已阅读并同意”' });
    await change('filing.consent', { codeId, version: CONSENT_VERSION });
    setSide({ agreed: CONSENT_VERSION });
    goTo(Math.max(side.step, 1));
  };
  const submit = async () => {
    const faults = faultsIn(allFields);
    if (!unit || Object.keys(faults).length > 0) return lead(faults);
    const input = { codeId, unitId: unit.unitId, form: sendable(allFields, form) };
    const { turn } = await change('filing.submit', input, filling.attempt());
    filling.clear();
    setSide({ done: { unitName: unit.name, turn } });
    scrollToTop();
  };
  const next = async () => {
    setBusy(true);
    try {
      if (step === 0) return await agree();
      if (step === LAST) return await submit();
      const faults = faultsIn(fields);
      if (Object.keys(faults).length > 0) return show(faults);
      goTo(side.fixing ? LAST : step + 1);
    } catch (error) {
      if (CallError.is(error) && error.code === 'consent') setSide({ agreed: '' });
      const field = (CallError.is(error) && error.field?.replace(/^form\./, '')) || '';
      lead({ [stepOf(headOf(field)) === null ? '' : field]: unsentWords(error) });
    } finally {
      setBusy(false);
    }
  };

  if (side.done) return <Done done={side.done} again={opened.unit ? undefined : filling.clear} />;
  return (
    <Page
      narrow
      foot={
        <StepFoot
          step={step}
          last={LAST}
          fixing={side.fixing}
          busy={busy}
          error={filling.wrong['']}
          onBack={() => goTo(side.fixing ? LAST : step - 1)}
          onNext={() => void next()}
        />
      }
    >
      <Steps titles={stepTitles} at={step} />
      <Async query={query}>
        {() => (
          <View>
            {step > 0 && <SavedLine at={filling.savedAt} />}
            {step === 0 && (
              <ConsentStep opened={opened} ticked={ticked} error={filling.wrong.agreed} onTick={setTicked} />
            )}
            {step === 1 && <CarryOver carry={carry} />}
            {step === 1 && <UnitStep codeId={codeId} bound={opened.unit} filling={filling} />}
            {step > 0 && step < LAST && (unit || step > 1) && (
              <FieldsStep fields={fields} filling={filling} officeName={opened.officeName} />
            )}
            {step === LAST && (
              <CheckStep
                filling={filling}
                unitName={unit?.name ?? ''}
                onFix={(to) => goTo(to, { fixing: true })}
              />
            )}
            {step === LAST && (
              <Text className="filing-second">提交后由秘书处审核，结果在“我的登记”里看。</Text>
            )}
          </View>
        )}
      </Async>
    </Page>
  );
}
