import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { builtInTemplates } from '@contract/built-in-templates';
import { filesOf, plainText } from '@contract/body';
import type { TemplateContent } from '@contract/notice-draft';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { TextField } from '@/components/field';
import { Press } from '@/components/press';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import type { PartProps } from './parts';
import { filled } from './publication';
import type { Writing } from './publishing';

const NOTHING = {};

/** 用模板 fills in title, words and what is asked; 存为模板 keeps these of the present writing for the office. */
export function Templates({ value, set }: Omit<PartProps, 'at'>) {
  const [open, setOpen] = useState<'use' | 'save' | null>(null);
  const query = useQuery('notice.listTemplates', open ? NOTHING : null);
  const own = query.data?.templates ?? [];

  const written = value.title.trim() !== '' || plainText(value.body).trim() !== '';

  const use = async (name: string, { title, body, asking, style }: TemplateContent) => {
    if (written && !(await confirm('换成模板的内容？', '已写的标题和正文会被替换。', '替换'))) return;
    set({ title, body, asking, style });
    setOpen(null);
    toast(`已套用“${name}”，请填好括号里的内容`);
  };
  const act = async (work: Promise<unknown>, words: string) => {
    try {
      await work;
      await query.reload();
      toast(words);
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  const update = async (templateId: string, name: string) => {
    const words = `“${name}”换成现在写的标题、正文和要求，同事以后用到的也是新的。`;
    if (await confirm('更新这个模板？', words, '更新'))
      await act(change('notice.saveTemplate', { templateId, name, content: contentOf(value) }), '模板已更新');
  };
  const drop = async (templateId: string, name: string) => {
    if (await confirm('删除这个模板？', `“${name}”删除后同事也不能再用。`, '删除'))
      await act(change('notice.dropTemplate', { templateId }), '已删除');
  };

  return (
    <>
      <View className="compose-choices">
        <Button kind="plain" onPress={() => setOpen(open === 'use' ? null : 'use')}>
          用模板
        </Button>
        {written && (
          <Button kind="plain" onPress={() => setOpen(open === 'save' ? null : 'save')}>
            存为模板
          </Button>
        )}
      </View>
      {open === 'use' && (
        <Card title="选一个模板">
          {own.map(({ templateId, name, by, content }) => (
            <OwnTemplate
              key={templateId}
              name={name}
              by={by}
              onUse={() => void use(name, content)}
              onRename={(words) =>
                void act(change('notice.saveTemplate', { templateId, name: words }), '已改名')
              }
              onUpdate={written ? () => void update(templateId, name) : undefined}
              onDrop={() => void drop(templateId, name)}
            />
          ))}
          {builtInTemplates.map(({ id, name, content }) => (
            <Row key={id} title={name} note="系统自带" side="使用" onPress={() => void use(name, content)} />
          ))}
        </Card>
      )}
      {open === 'save' && written && (
        <SaveTemplate
          name={value.title}
          files={filesOf(value.body).length > 0}
          onSave={(name) => {
            void act(change('notice.saveTemplate', { name, content: contentOf(value) }), '已存为模板').then(
              () => setOpen(null),
            );
          }}
        />
      )}
    </>
  );
}

/** What a template takes of it: neither files, nor whom it goes to, nor until when. */
function contentOf({ title, asking, style, body }: Writing): TemplateContent {
  const words = body.flatMap(filled).filter(({ type }) => type !== 'picture' && type !== 'file');
  return { title, body: words, asking, style };
}

interface OwnProps {
  name: string;
  by: string;
  /** Absent: nothing is written yet. */
  onUpdate: (() => void) | undefined;
  onUse: () => void;
  onRename: (name: string) => void;
  onDrop: () => void;
}

function OwnTemplate({ name, by, onUse, onRename, onUpdate, onDrop }: OwnProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <>
      <Row title={name} note={`${by}存`} side="使用" onPress={onUse} />
      {renaming === null ? (
        <View className="compose-choices">
          <Press className="compose-small" label={`给模板${name}改名`} onPress={() => setRenaming(name)}>
            <Text>改名</Text>
          </Press>
          {onUpdate && (
            <Press className="compose-small" label={`用现在的内容更新模板${name}`} onPress={onUpdate}>
              <Text>用现在的内容更新</Text>
            </Press>
          )}
          <Press className="compose-small" label={`删除模板${name}`} onPress={onDrop}>
            <Text>删除</Text>
          </Press>
        </View>
      ) : (
        <>
          <TextField label="新名称" value={renaming} max={30} onChange={setRenaming} />
          <Button
            onPress={() => {
              onRename(renaming);
              setRenaming(null);
            }}
          >
            改名
          </Button>
        </>
      )}
    </>
  );
}

interface SaveProps {
  name: string;
  files: boolean;
  onSave: (name: string) => void;
}

function SaveTemplate({ name: title, files, onSave }: SaveProps) {
  const [name, setName] = useState(title.slice(0, 30));
  return (
    <Card title="存为模板">
      <TextField
        label="模板名称"
        required
        value={name}
        max={30}
        rule={`保存标题、正文和要求，秘书处同事都能用；收件单位和截止日期不保存${files ? '，图片和附件也不保存' : ''}`}
        onChange={setName}
      />
      <Button onPress={() => onSave(name)}>保存模板</Button>
    </Card>
  );
}
