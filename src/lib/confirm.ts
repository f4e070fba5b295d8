import Taro from '@tarojs/taro';

/** Asks once before what cannot be undone. `yes` names the act; WeChat allows four characters. */
export async function confirm(title: string, content: string, yes: string): Promise<boolean> {
  const answer = await Taro.showModal({
    title,
    content,
    confirmText: yes,
    cancelText: '取消',
    confirmColor: '#c4302b',
  });
  return answer.confirm;
}
