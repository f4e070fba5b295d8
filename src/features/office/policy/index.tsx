import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { role } from '@/lib/device/a11y';
import { back, replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { scrollToField, scrollToTop } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';
import { FieldPicks } from '../field-picks';
import { NoticesCard } from '../notices-card';
import { OutdatedCard } from '../outdated-card';
import { FilingCard, RecordsCard, SeatsCard, TitleCard } from '../policy-cards';
import { changesOf, writingOf, type Writing } from '../writing';
import '../office.scss';

type Office = Output<'office.get'>;

const NOTHING = {};

/** The rulebook in force, as this association edits it (制度设置). */
export default function PolicyPage() {
  const query = useQuery('office.get', NOTHING);
  return (
    <StaffOnly right="office.edit">
      {() => {
        const { data, error } = query;
        if (data?.policy && !error)
          return <Writer office={data} policy={data.policy} reload={query.reload} />;
        return (
          <Page narrow>
            <Async query={query}>
              {() => (
                <Empty title="还没有选定制度模板" how="先在协会设置里选一个制度模板，再来调整。">
                  <Button onPress={() => replace('office.setUp')}>去选制度模板</Button>
                </Empty>
              )}
            </Async>
          </Page>
        );
      }}
    </StaffOnly>
  );
}

interface Props {
  office: Office;
  policy: NonNullable<Office['policy']>;
  reload: () => Promise<void>;
}

/** What is kept on the device, and of which rulebook it is an edit. */
interface Draft extends Partial<Writing> {
  seen?: string | null;
}

function Writer({ office, policy, reload }: Props) {
  const draft = useDraft<Draft>(`policy:${policy.id}`, {});
  const [wrong, setWrong] = useState<{ field?: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const written: Writing = { ...writingOf(policy), ...draft.value };
  const seen = draft.value.seen === undefined ? office.policyAt : draft.value.seen;
  const outdated = seen !== office.policyAt;
  const set = (typed: Partial<Writing>) => {
    draft.set({ seen, ...typed });
    setRequestId(newRequestId());
    setWrong(null);
  };
  const errorAt = (field: string) =>
    wrong?.field === field || wrong?.field?.startsWith(`${field}.`) ? wrong.message : undefined;
  const startAgain = () => {
    draft.clear();
    setWrong(null);
    void reload();
    scrollToTop();
  };

  const save = async () => {
    const changes = changesOf(policy, written);
    if (!changes) return setWrong({ message: '没有改动，不用保存' });
    setBusy(true);
    setWrong(null);
    try {
      await change('office.savePolicy', { changes, seen }, requestId);
      draft.clear();
      toast('制度设置已保存');
      back();
    } catch (error) {
      const field = CallError.is(error) ? error.field?.replace(/^changes\./, '') : undefined;
      setWrong({ message: sentenceOf(error), ...(field && { field }) });
      if (field) scrollToField(field === 'filing.required' ? 'filing.fields' : field);
      if (!CallError.offline(error)) setRequestId(newRequestId());
    } finally {
      setBusy(false);
    }
  };

  const cards = { written, set, errorAt };
  return (
    <Page
      narrow
      foot={
        <>
          {wrong && (
            <View className="field-error" {...role('alert')}>
              {wrong.message}
            </View>
          )}
          <Button wide busy={busy} onPress={() => void save()}>
            保存制度设置
          </Button>
        </>
      }
    >
      <SavedLine at={draft.savedAt} />
      {outdated && <OutdatedCard onAgain={startAgain} />}
      <Text className="field-rule office-rule">
        从“{presetName(office)}
        ”模板调整而来。没有列出的内容按模板执行；换模板在协会设置里办，换后这里的调整会清空。
      </Text>
      <TitleCard {...cards} />
      <SeatsCard {...cards} />
      <FieldPicks
        picks={written.picks}
        idNumberReady={office.idNumberReady}
        errorAt={errorAt}
        onChange={(picks) => set({ picks })}
      />
      <FilingCard {...cards} />
      <NoticesCard {...cards} />
      <RecordsCard {...cards} />
    </Page>
  );
}

const presetName = ({ presets, preset }: Office): string =>
  presets.find(({ id }) => id === preset)?.name ?? '';
