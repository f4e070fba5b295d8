import { erasureLabels } from '@contract/privacy';
import { Card, Row } from '@/components/card';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { scanCode } from '@/lib/scan-code';
import type { Session } from '@/lib/session';
import { useQuery } from '@/lib/use-query';

/** What concerns the seat one acts for. */
export function SeatEntries() {
  return (
    <Card title="联络员">
      <Row title="我的资料" note="查看、核对，有变化时申请更正" onPress={() => go('record.mine')} />
      <Row title="我的联络组" note="用途、组长、文件和进群方式" onPress={() => go('group.mine')} />
      <Row title="交接" note="换人时把席位交给接任者" onPress={() => go('handover.start')} />
      <Row title="临时代理" note="出差、休假期间请同事代办" onPress={() => go('seat.proxies')} />
    </Card>
  );
}

export function RegistrationEntries() {
  return (
    <Card title="登记">
      <Row title="我的登记" note="查看进度，按要求补正" onPress={() => go('filing.mine')} />
      <Row title="扫登记码" note="为另一家单位登记也从这里开始" onPress={() => void scanCode()} />
    </Card>
  );
}

/** What the office manages, each for whoever may. */
export function OfficeEntries({ can }: Pick<Session, 'can'>) {
  const edits = can('office.edit');
  return (
    <Card title="秘书处">
      <Row title="联络组" note="常一起通知的单位、微信群里还差谁" onPress={() => go('group.list')} />
      {can('filing.review') && (
        <>
          <Row
            title="打印材料"
            note="登记表、推荐表、变更申报表、变更函、发文公布"
            onPress={() => go('paper.print')}
          />
          <Row
            title="盖章材料归档"
            note="扫纸上的小程序码，拍照存进单位档案"
            onPress={() => go('paper.scan')}
          />
        </>
      )}
      <Row title="早报" note="到期、卡住和变化，以前的早报和推送开关" onPress={() => go('digest.today')} />
      <Row
        title="通知统计"
        note="按单位、地区、月份看办结率，导出Excel"
        onPress={() => go('notice.statistics')}
      />
      {edits && <Row title="协会设置" note="制度模板和主办方名称" onPress={() => go('office.setUp')} />}
      {edits && (
        <Row title="制度设置" note="席位、登记表项目、备案和核对要求" onPress={() => go('office.policy')} />
      )}
      <Row
        title="工作人员"
        note={can('staff.manage') ? '邀请、岗位和权限' : '名单和各岗位的权限'}
        onPress={() => go('staff.list')}
      />
      {can('privacy.decide') && <Requests />}
    </Card>
  );
}

const WAITING = { over: false };

function Requests() {
  const { data } = useQuery('privacy.requests', WAITING);
  const waiting = data?.requests.length ?? 0;
  const late = data?.requests.some((request) => request.late);
  return (
    <Row
      title="删除申请"
      note="离任人员申请删除个人信息，15个工作日内答复"
      side={
        waiting > 0 && (
          <Tag tone={late ? 'danger' : 'warning'}>
            {`${waiting}${data?.next ? '件以上' : '件'}${erasureLabels.waiting}`}
          </Tag>
        )
      }
      onPress={() => go('privacy.requests')}
    />
  );
}
