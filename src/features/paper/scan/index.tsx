import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Async } from '@/components/states';
import { scan } from '@/lib/device/scan';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { Returned } from '../returned';
import { sceneIn } from '../scene-in';
import '../paper.scss';

/** A sealed paper came back: its code, or the number at its foot, leads to the record it is kept with. */
export default function Scan() {
  return <StaffOnly>{() => <Scanning />}</StaffOnly>;
}

function Scanning() {
  const { params } = useRouter();
  const [scene, setScene] = useState(() => sceneIn(params.scene ?? ''));
  const query = useQuery('paper.open', scene ? { scene } : null);
  const again = async () => {
    const scanned = await scan();
    if (scanned === null) return;
    const found = sceneIn(scanned);
    if (found) setScene(found);
    else toast('这不是本系统打印的材料，请核对');
  };
  return (
    <Page narrow>
      {scene && <Async query={query}>{(found) => <Returned key={scene} found={found} />}</Async>}
      <Card title={scene ? '下一份' : '收盖章材料'}>
        <View className="paper-stack">
          <Button wide kind={scene ? 'plain' : 'primary'} onPress={() => void again()}>
            扫纸上的小程序码
          </Button>
          <Typed onOpen={setScene} />
        </View>
      </Card>
    </Page>
  );
}

/** A torn or stained code: the number at the foot does as well. */
function Typed({ onOpen }: { onOpen: (scene: string) => void }) {
  const [typed, setTyped] = useState('');
  const open = () => {
    const found = sceneIn(typed.trim());
    if (found) onOpen(found);
    else toast('请输入页脚的记录号');
  };
  return (
    <View>
      <TextField
        label="扫不出来？"
        rule="页脚“记录号：”后面的字母和数字，区分大小写"
        placeholder="输入页脚的记录号"
        value={typed}
        max={64}
        onChange={setTyped}
      />
      <Button kind="plain" disabled={typed.trim() === ''} onPress={open}>
        查找
      </Button>
    </View>
  );
}
