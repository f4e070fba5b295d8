import { Image, Text, View } from '@tarojs/components';
import { formLabels, isPictureKey, type FormKey, type FormPart } from '@contract/form';
import { Press } from '@/components/press';
import { alt } from '@/lib/device/a11y';
import { previewPictures } from '@/lib/device/picture';
import { wordsOf } from './words';
import './record.scss';

interface Props {
  name: FormKey;
  old: FormPart;
  changed: FormPart;
  urls: { [fileKey: string]: string };
}

/** What a field says and what it shall say, side by side. */
export function Sides({ name, old, changed, urls }: Props) {
  return (
    <View className="record-sides">
      <View className="record-side">
        <Text className="record-who">原来</Text>
        <Value name={name} form={old} urls={urls} />
      </View>
      <View className="record-side record-side-new">
        <Text className="record-who">改为</Text>
        <Value name={name} form={changed} urls={urls} />
      </View>
    </View>
  );
}

/** One field's value; a picture opens large. */
export function Value({ name, form, urls }: { name: FormKey; form: FormPart; urls: Props['urls'] }) {
  const src = isPictureKey(name) ? urls[form[name] ?? ''] : undefined;
  if (!src) return <Text>{wordsOf(name, form)}</Text>;
  return <Picture src={src} label={formLabels[name]} />;
}

/** A small picture that opens large. */
export const Picture = ({ src, label }: { src: string; label: string }) => (
  <Press label={`查看${label}大图`} onPress={() => previewPictures([src])}>
    <Image className="record-picture" src={src} mode="aspectFill" {...alt(label)} />
  </Press>
);
