import { Text, View } from '@tarojs/components';
import { formLabels, type FormKey } from '@contract/form';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { role } from '@/lib/device/a11y';
import { anchorOf } from '@/lib/scroll-to';
import { showAt } from '@/lib/show-time';
import type { Asked, Deciding } from './deciding';
import { Picture, Sides } from './sides';
import { stateLabels, stateTones } from './words';
import './record.scss';

const choices = { yes: '同意', no: '不同意' };

/** What was asked for, each field with what it says now. */
export function DecideView({ deciding }: { deciding: Deciding }) {
  return (
    <Async query={deciding.query}>
      {(asked) => (
        <>
          <Head asked={asked} />
          <Card title={`申请变更${asked.keys.length}项`}>
            {asked.keys.map((key) => (
              <One key={key} name={key} asked={asked} deciding={deciding} />
            ))}
          </Card>
        </>
      )}
    </Async>
  );
}

function Head({ asked }: { asked: Asked }) {
  const {
    unitName,
    name,
    state,
    submittedAt,
    changedOn,
    reason,
    late,
    current,
    proofUrl,
    decidedAt,
    decidedBy,
    lapsed,
  } = asked;
  return (
    <Card title={`${unitName} · ${name}`} side={<Tag tone={stateTones[state]}>{stateLabels[state]}</Tag>}>
      <Text className="record-second">
        {showAt(submittedAt)}提交 · 变更日期 {changedOn}
      </Text>
      {reason && <Text className="record-second">变更原因：{reason}</Text>}
      {late && <Text className="record-note">报告超过了制度规定的期限</Text>}
      {decidedAt && lapsed && (
        <Text className="record-alert">
          {showAt(decidedAt)}：{lapsed}
        </Text>
      )}
      {decidedAt && !lapsed && (
        <Text className="record-second">
          {showAt(decidedAt)}由{decidedBy}办结
        </Text>
      )}
      {state === 'submitted' && !current && (
        <Text className="record-alert">
          这位联络员已不在这个席位（已交接或离任）。请各项都选“不同意”办结，由新联络员另行申报。
        </Text>
      )}
      {proofUrl && (
        <>
          <Text className="record-second">加盖公章的营业执照，点开看大图</Text>
          <Picture src={proofUrl} label="营业执照" />
        </>
      )}
    </Card>
  );
}

function One({ name, asked, deciding }: { name: FormKey; asked: Asked; deciding: Deciding }) {
  const { agreed, reasons, wrong, choose, say } = deciding;
  const { old, changed, urls, state, decisions, mobileVerified } = asked;
  const decided = decisions.find(({ key }) => key === name);
  const label = formLabels[name];
  const chosen = agreed[name];
  return (
    <View className="record-compare" id={anchorOf(name)}>
      <View className="record-compare-head">
        <Text>{label}</Text>
        {name === 'mobile' && (
          <Tag tone={mobileVerified ? 'success' : 'neutral'}>
            {mobileVerified ? '✓ 微信已核验' : '手工填写'}
          </Tag>
        )}
        {decided && (
          <Tag tone={decided.agreed ? 'success' : 'danger'}>{decided.agreed ? '同意' : '不同意'}</Tag>
        )}
      </View>
      <Sides name={name} old={old} changed={changed} urls={urls} />
      {decided && !decided.agreed && <Text className="record-line">原因：{decided.reason}</Text>}
      {state === 'submitted' && (
        <>
          <ChoiceField
            label={`是否同意变更${label}`}
            value={chosen === undefined ? null : chosen ? 'yes' : 'no'}
            choices={choices}
            error={chosen === undefined ? wrong[name] : undefined}
            onChange={(value) => choose(name, value === 'yes')}
          />
          {chosen === false && (
            <TextField
              label={`不同意变更${label}的原因`}
              required
              max={100}
              value={reasons[name] ?? ''}
              placeholder="如：请附任命文件"
              rule="联络员会看到这段话"
              error={wrong[name]}
              onChange={(reason) => say(name, reason)}
            />
          )}
        </>
      )}
    </View>
  );
}

/** All at once, and the decision itself. */
export function DecideFoot({ asked, deciding }: { asked: Asked; deciding: Deciding }) {
  const { wrong, busy, agreed, chooseAll, send } = deciding;
  const chosen = asked.keys.filter((key) => agreed[key] !== undefined).length;
  return (
    <>
      {wrong[''] && (
        <View className="field-error" {...role('alert')}>
          {wrong['']}
        </View>
      )}
      {chosen > 0 && chosen < asked.keys.length && (
        <Text className="record-second">
          已选{chosen}项，还有{asked.keys.length - chosen}项
        </Text>
      )}
      <View className="record-foot">
        <Button kind="plain" wide disabled={busy} onPress={() => chooseAll(asked.keys, asked.current)}>
          {asked.current ? '全部同意' : '全部不同意'}
        </Button>
        <Button wide busy={busy} onPress={() => void send(asked)}>
          办结
        </Button>
      </View>
    </>
  );
}
