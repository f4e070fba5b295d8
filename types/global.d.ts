/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';
declare module '*.png' {
  const url: string;
  export default url;
}

/** CloudBase environment id, put in by the build; empty: the default one of the account. */
declare const CLOUD_ENV: string;
