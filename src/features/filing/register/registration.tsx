import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { CONSENT_VERSION } from '@contract/filing';
import type { FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { Async } from '@/components/states';
import { Steps } from '@/components/steps';
import { CallError, change } from '@/lib/call';
import { scrollToTop } from '@/lib/scroll-to';
import type { Query } from '@/lib/use-query';
import type { Faults } from '@/lib/form-faults';
import { headOf } from '../faults';
import { useFilling } from '../use-filling';
import { stepOf, stepsOf, unsentWords } from '../words';
import { CarryOver, useCarryOver } from './carry-over';
import { CheckStep } from './check-step';
import { consentsTo, ConsentStep } from './consent-step';
import { Done } from './done';
import { FieldsStep } from './fields-step';
import { handingFaults, kindOf, tellsChange } from './handing';
import { SeatCard } from './seat-card';
import { faultOf, missingUnit, send } from './sending';
import { StepFoot } from './step-foot';
import { UnitStep } from './unit-step';
import { useUnit } from './use-unit';
import '../filing.scss';

type Opened = Output<'code.open'>;

interface Props {
  codeId: string;
  query: Query<Opened>;
  opened: Opened;
}

/** The steps the rulebook asks for; everything typed and where one is stays on the device, by code. */
export function Registration({ codeId, query, opened }: Props) {
  const { asked, consentVersion } = opened;
  const steps = stepsOf(asked);
  const last = steps.length + 1;
  const filling = useFilling(
    `register:${codeId}`,
    asked,
    opened.unit ? { unitName: opened.unit.name } : undefined,
    codeId,
  );
  const carry = useCarryOver(codeId, filling);
  const [ticked, setTicked] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const { side, setSide, show } = filling;
  const { unit, reload } = useUnit(codeId, opened, side);
  // A rulebook edited meanwhile may have fewer steps than the draft remembers.
  const step = side.agreed === consentVersion ? Math.min(side.step, last) : 0;
  const fields = steps[step - 1]?.fields ?? [];
  const kind = kindOf(opened, side);
  const handing = tellsChange(opened, unit, side);
  const goTo = (to: number, change: { fixing?: boolean } = {}) => {
    setSide({ step: to, fixing: false, ...change }, '');
    scrollToTop();
  };
  const faultsIn = (keys: readonly FormKey[]): Faults =>
    missingUnit(unit, keys) ?? {
      ...(handing && keys.includes('unitName') && handingFaults(side)),
      ...filling.faults(keys),
    };
  /** To the step that holds the first of them. */
  const lead = (faults: Faults) => {
    const to = stepOf(headOf(Object.keys(faults)[0] ?? ''), steps);
    if (to !== null && to !== step) setSide({ step: to, fixing: true });
    show(faults);
  };

  const agree = async () => {
    const missed = consentsTo(asked.fields).find((one) => !ticked.includes(one));
    if (missed) return show({ [missed]: '请先阅读上面的说明，同意的请勾选这一项' });
    await change('filing.consent', { codeId, version: CONSENT_VERSION });
    setSide({ agreed: CONSENT_VERSION });
    goTo(Math.max(side.step, 1));
  };
  const submit = async () => {
    const faults = faultsIn(asked.fields);
    if (!unit || Object.keys(faults).length > 0) return lead(faults);
    await send(codeId, opened, unit, filling);
    scrollToTop();
  };
  const next = async () => {
    setBusy(true);
    try {
      if (step === 0) return await agree();
      if (step === last) return await submit();
      const faults = faultsIn(fields);
      if (Object.keys(faults).length > 0) return show(faults);
      goTo(side.fixing ? last : step + 1);
    } catch (error) {
      if (CallError.is(error) && error.code === 'consent') setSide({ agreed: '' });
      // Who sits there, or what is asked, may have changed since the page was opened.
      if (CallError.is(error) && error.code !== 'offline') void query.reload().then(reload);
      lead(faultOf(error, unsentWords(error), (head) => stepOf(head, steps) !== null));
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
          last={last}
          fixing={side.fixing}
          busy={busy}
          error={filling.wrong['']}
          onBack={() => goTo(side.fixing ? last : step - 1)}
          onNext={() => void next()}
        />
      }
    >
      <Steps titles={['同意', ...steps.map(({ title }) => title), '核对']} at={step} />
      <Async query={query}>
        {() => (
          <View>
            {step > 0 && <SavedLine at={filling.savedAt} />}
            {step === 0 && (
              <ConsentStep opened={opened} ticked={ticked} wrong={filling.wrong} onTick={setTicked} />
            )}
            {step === 1 && <CarryOver carry={carry} />}
            {step === 1 && <UnitStep codeId={codeId} bound={opened.unit} filling={filling} />}
            {step === 1 && unit && <SeatCard opened={opened} unit={unit} filling={filling} />}
            {step > 0 && step < last && (unit || step > 1) && (
              <FieldsStep
                fields={fields}
                filling={filling}
                officeName={opened.officeName}
                seatName={opened.seats.names[kind]}
              />
            )}
            {step === last && (
              <>
                <CheckStep
                  filling={filling}
                  steps={steps}
                  opened={opened}
                  unit={unit}
                  onFix={(to) => goTo(to, { fixing: true })}
                />
                <Text className="filing-second">提交后由秘书处审核，结果在“我的登记”里看。</Text>
              </>
            )}
          </View>
        )}
      </Async>
    </Page>
  );
}
