import Taro from '@tarojs/taro';

/** Pictures full screen, to pinch and save. */
export const previewPictures = (urls: string[]): void => void Taro.previewImage({ urls });
