import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { SeveralField } from '@/components/several-field';
import { classifications } from '@contract/policy/classifications';
import { anchorOf } from '@/lib/scroll-to';
import type { Writing, YesNo } from './writing';

export interface CardProps {
  written: Writing;
  set: (change: Partial<Writing>) => void;
  errorAt: (field: string) => string | undefined;
}

const yesNo: Record<YesNo, string> = { yes: '是', no: '否' };
const months = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [String(i + 1), `${i + 1}月`]));

/** Title and duties of the rulebook. */
export function TitleCard({ written, set, errorAt }: CardProps) {
  return (
    <Card title="制度">
      <TextField
        label="制度名称"
        id={anchorOf('name')}
        required
        value={written.name}
        max={60}
        error={errorAt('name')}
        onChange={(name) => set({ name })}
      />
      <TextField
        label="联络员职责"
        id={anchorOf('duties')}
        lines
        required
        value={written.duties}
        max={900}
        rule="每行一条，最多12条，每条不超过60字"
        error={errorAt('duties')}
        onChange={(duties) => set({ duties })}
      />
    </Card>
  );
}

/** Who sits for a unit (席位). */
export function SeatsCard({ written, set, errorAt }: CardProps) {
  return (
    <Card title="席位">
      <TextField
        label="主席位叫什么"
        id={anchorOf('seats.names.main')}
        required
        value={written.mainName}
        max={8}
        rule="如：联络员、主代表"
        error={errorAt('seats.names.main')}
        onChange={(mainName) => set({ mainName })}
      />
      <ChoiceField
        label="是否设副席位"
        id={anchorOf('seats.deputy')}
        value={written.deputy}
        choices={yesNo}
        rule="设了副席位，每家单位可以再有一名副联络员（副代表）"
        error={errorAt('seats.deputy')}
        onChange={(deputy) => set({ deputy: deputy as YesNo })}
      />
      {written.deputy === 'yes' && (
        <TextField
          label="副席位叫什么"
          id={anchorOf('seats.names.deputy')}
          required
          value={written.deputyName}
          max={8}
          rule="如：副联络员、副代表"
          error={errorAt('seats.names.deputy')}
          onChange={(deputyName) => set({ deputyName })}
        />
      )}
      <TextField
        label="临时代理最长多少天"
        id={anchorOf('seats.proxyDays')}
        required
        keyboard="number"
        value={written.proxyDays}
        max={3}
        rule="联络员外出时可请人临时代理；填0表示不设临时代理"
        error={errorAt('seats.proxyDays')}
        onChange={(proxyDays) => set({ proxyDays })}
      />
      <ChoiceField
        label="接任人的协会职务是否要理事会同意"
        id={anchorOf('seats.councilApprovesSuccessor')}
        value={written.council}
        choices={yesNo}
        rule="选“是”时，交接审核要写明理事会意见"
        onChange={(council) => set({ council: council as YesNo })}
      />
    </Card>
  );
}

/** Filing number, reporting limit, publication (备案). */
export function FilingCard({ written, set, errorAt }: CardProps) {
  return (
    <Card title="备案">
      <TextField
        label="备案号格式"
        id={anchorOf('filing.number')}
        required
        value={written.number}
        max={40}
        rule="{short}是主办方简称，{year}是年份，{n}是当年的序号"
        error={errorAt('filing.number')}
        onChange={(number) => set({ number })}
      />
      <TextField
        label="变更后几个工作日内备案"
        id={anchorOf('filing.reportChangeWithinWorkdays')}
        keyboard="number"
        value={written.reportDays}
        max={2}
        placeholder="不填表示“及时”"
        rule="超过的，审核时标出“迟报”"
        error={errorAt('filing.reportChangeWithinWorkdays')}
        onChange={(reportDays) => set({ reportDays })}
      />
      <ChoiceField
        label="审核合格后是否发文公布名单"
        value={written.publishNames}
        choices={yesNo}
        onChange={(publishNames) => set({ publishNames: publishNames as YesNo })}
      />
    </Card>
  );
}

/** Keeping the member file right (档案). */
export function RecordsCard({ written, set, errorAt }: CardProps) {
  return (
    <Card title="档案">
      <TextField
        label="单位几天没有联络员时提醒"
        id={anchorOf('records.vacantAlarmDays')}
        required
        keyboard="number"
        value={written.vacantAlarmDays}
        max={3}
        rule="提醒显示在秘书处首页"
        error={errorAt('records.vacantAlarmDays')}
        onChange={(vacantAlarmDays) => set({ vacantAlarmDays })}
      />
      <SeveralField
        label="每年哪几个月核对档案"
        id={anchorOf('records.checkMonths')}
        values={written.checkMonths}
        choices={months}
        rule="到月初请联络员确认“无变更”或更正"
        error={errorAt('records.checkMonths')}
        onChange={(checkMonths) => set({ checkMonths })}
      />
      <ChoiceField
        label="联络员之间是否公开手机号"
        value={written.openDirectory}
        choices={yesNo}
        rule="选“否”时，联络员在通讯录里只看到打码的手机号"
        onChange={(openDirectory) => set({ openDirectory: openDirectory as YesNo })}
      />
      <TextField
        label="几个工作日内答复删除个人信息的申请"
        id={anchorOf('privacy.erasureWorkdays')}
        required
        keyboard="number"
        value={written.erasureWorkdays}
        max={2}
        rule="最多15个工作日；申请人会看到最迟哪天答复"
        error={errorAt('privacy.erasureWorkdays')}
        onChange={(erasureWorkdays) => set({ erasureWorkdays })}
      />
      <SeveralField
        label="会员按什么分类"
        id={anchorOf('classifications')}
        values={written.classifications}
        choices={classifications}
        error={errorAt('classifications')}
        onChange={(chosen) => set({ classifications: chosen })}
      />
    </Card>
  );
}
