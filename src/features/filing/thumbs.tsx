import { Image, Text, View } from '@tarojs/components';
import { Press } from '@/components/press';
import { previewPictures } from '@/lib/device/picture';
import { alt } from '@/lib/device/a11y';

interface Props {
  pictures: { label: string; src: string | undefined }[];
}

/** Small pictures that open large. */
export function Thumbs({ pictures }: Props) {
  return (
    <View className="thumbs">
      {pictures.map(({ label, src }) =>
        src ? (
          <Press
            key={label}
            className="thumb"
            label={`查看${label}大图`}
            onPress={() => previewPictures([src])}
          >
            <Image className="thumb-image" src={src} mode="aspectFill" {...alt(label)} />
            <Text>{label}，点开看大图</Text>
          </Press>
        ) : (
          <Text key={label}>{label}：没有</Text>
        ),
      )}
    </View>
  );
}
