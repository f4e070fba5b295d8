import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { posts, type Post } from '@contract/unit';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { change, sentenceOf } from '@/lib/call';
import { deliver } from '@/lib/device/deliver';
import { role } from '@/lib/device/a11y';
import type { Session } from '@/lib/session';
import '../roster.scss';

const KINDS = { directory: '通信联络表', roster: '完整名册' };
const VACANT = { no: '全部', yes: '只要无联络员的' };

/** Roster or contact directory as a workbook, of all units or those that match. */
export default function RosterExport() {
  return <StaffOnly right="roster.export">{(session) => <Export session={session} />}</StaffOnly>;
}

function Export({ session }: { session: Session }) {
  const [kind, setKind] = useState<keyof typeof KINDS>('directory');
  const [filter, setFilter] = useState({
    search: '',
    region: '',
    industry: '',
    tag: '',
    post: '',
    vacant: 'no',
  });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');
  const set = (field: keyof typeof filter) => (value: string) =>
    setFilter({ ...filter, [field]: filter[field] === value && field === 'post' ? '' : value });
  const start = async () => {
    setBusy(true);
    setFault('');
    setSaid('');
    try {
      const { post, vacant, ...rest } = filter;
      const file = await change('roster.export', {
        kind,
        ...rest,
        ...(post && { post: post as Post }),
        vacant: vacant === 'yes',
      });
      setSaid(`已导出${file.units}家单位${file.masked ? '，手机号码已打码' : ''}。`);
      await deliver(file);
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page narrow>
      <Card title="导出为 Excel">
        <ChoiceField
          label="导出什么"
          value={kind}
          choices={KINDS}
          onChange={(value) => setKind(value as keyof typeof KINDS)}
        />
        <Text className="roster-words">
          {kind === 'directory'
            ? '每位联络员一行：单位、协会职务、姓名、职务、电话、手机、传真、邮箱、微信号。'
            : '单位档案的全部内容，改好后可以原样导入。'}
        </Text>
      </Card>
      <Card title="哪些单位（不填就是全部）">
        <TextField label="名称、拼音或联络员" value={filter.search} max={30} onChange={set('search')} />
        <TextField label="地区" value={filter.region} max={20} onChange={set('region')} />
        <TextField label="行业" value={filter.industry} max={20} onChange={set('industry')} />
        <ChoiceField label="协会职务" value={filter.post} choices={posts} onChange={set('post')} />
        <TextField label="标签" value={filter.tag} max={12} onChange={set('tag')} />
        <ChoiceField label="联络员" value={filter.vacant} choices={VACANT} onChange={set('vacant')} />
      </Card>
      <View {...role('alert')}>{fault && <Text className="roster-fault">{fault}</Text>}</View>
      {said && <Text className="roster-words">{said}</Text>}
      <Button wide busy={busy} onPress={() => void start()}>
        {busy ? '正在导出…' : '导出'}
      </Button>
      <Text className="roster-rule">
        {session.can('contact.reveal')
          ? '表头注明导出人和时间；手机号码被导出的联络员，可以在“谁看过我的号码”里看到。'
          : '您没有查看手机号码的权限，导出的手机号码是打码的。'}
      </Text>
    </Page>
  );
}
