import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Empty } from '@/components/states';
import { go } from '@/lib/go';
import { scanCode } from '@/lib/scan-code';
import type { Me } from '@/lib/session';

/** Somebody who is no liaison yet: the registration under way, or how to begin. */
export function StrangerHome({ me }: { me: Me }) {
  const filing = me.person?.filing;
  if (filing) {
    return (
      <Card title="我的登记">
        <Row title={filing.unitName} note={filing.turn} onPress={() => go('filing.mine')} />
      </Card>
    );
  }
  if (!me.office.claimed) {
    return (
      <Empty title="协会还没有设立" how="第一位秘书处工作人员凭一次性验证码设立协会。">
        <Button onPress={() => go('office.claim')}>填写验证码</Button>
      </Empty>
    );
  }
  if (me.person?.name) {
    return (
      <Empty
        title="您现在没有担任联络员"
        how="如已办理交接，席位和权限已转给接任人，您的备案已归档。再次担任联络员，请扫新的登记码。"
      >
        <Button onPress={() => void scanCode()}>扫登记码</Button>
        <Button kind="plain" onPress={() => go('filing.mine')}>
          我的登记
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title="请先登记为联络员" how="扫描协会发给您单位的登记码，填写登记表，秘书处审核后即可使用。">
      <Button onPress={() => void scanCode()}>扫登记码</Button>
      <Button kind="plain" onPress={() => go('office.claim')}>
        我是秘书处工作人员
      </Button>
    </Empty>
  );
}
