import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '@contract/index';
import { ask, sentenceOf } from '@/lib/call';

export type Section = Output<'privacy.mine'>['sections'][number];

interface State {
  loading: boolean;
  /** The sentence to show; null: nothing went wrong. */
  failed: string | null;
}

/** Everything kept about me, fetched page by page; not kept on the device. */
export function useEverything() {
  const [sections, setSections] = useState<Section[]>([]);
  const [state, setState] = useState<State>({ loading: true, failed: null });
  const gone = useRef(false);

  const load = useCallback(async () => {
    setState({ loading: true, failed: null });
    const got: Section[] = [];
    try {
      for (let cursor: string | undefined; ;) {
        const page: Output<'privacy.mine'> = await ask('privacy.mine', cursor ? { cursor } : {});
        got.push(...page.sections);
        if (gone.current) return;
        if (page.next === null) break;
        cursor = page.next;
      }
      setSections(merged(got));
      setState({ loading: false, failed: null });
    } catch (error) {
      setState({ loading: false, failed: sentenceOf(error) });
    }
  }, []);

  useEffect(() => {
    void load();
    return () => {
      gone.current = true;
    };
  }, [load]);

  return { sections, ...state, load };
}

/** Sections of one kind that came on several pages are one again. */
function merged(sections: Section[]): Section[] {
  return sections.reduce<Section[]>((all, section) => {
    const last = all[all.length - 1];
    if (last?.title !== section.title || section.title.startsWith('登记')) return [...all, section];
    return [...all.slice(0, -1), { title: last.title, rows: [...last.rows, ...section.rows] }];
  }, []);
}

/** The same as a text file: titles, then label and value line by line. */
export const textOf = (head: string, sections: Section[]): string =>
  [
    head,
    ...sections.map(({ title, rows }) =>
      [`【${title}】`, ...rows.map(({ label, value }) => `${label}：${value}`)].join('\r\n'),
    ),
  ].join('\r\n\r\n');
