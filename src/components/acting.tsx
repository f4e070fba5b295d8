import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { roles as roleNames } from '@contract/rules/rights';
import { setLargeText, useLargeText } from '@/lib/large-text';
import { actAs, choiceOf, rolesOf, seatWords, type Acting, type Session } from '@/lib/session';
import { Press } from './press';
import './acting.scss';

/** Top of the home page: the association, whom one acts for, and the large-text switch. */
export function ActingBar({ session }: { session: Session }) {
  const { me, acting } = session;
  const large = useLargeText();
  const roles = rolesOf(me);
  const words = (role: Acting): string => {
    if (role.kind === 'seat') return `${role.unitName} · ${seatWords(me, role.unitId, role.until)}`;
    const staff = me?.person?.staff;
    return staff ? `秘书处 · ${roleNames[staff.role]}` : '访客';
  };
  const choose = async () => {
    const picked = await Taro.showActionSheet({ itemList: roles.map(words) }).catch(() => null);
    const role = picked && roles[picked.tapIndex];
    if (role) actAs(choiceOf(role));
  };
  return (
    <View className="acting">
      <View className="acting-words">
        <Text className="acting-office">{me?.office.name || '联络通'}</Text>
        {acting.kind !== 'stranger' && roles.length > 1 ? (
          <Press
            className="acting-role"
            label={`当前身份${words(acting)}，点按切换`}
            onPress={() => void choose()}
          >
            <Text>{words(acting)}</Text>
            <Text className="acting-switch">切换</Text>
          </Press>
        ) : (
          <Text className="acting-role">
            {words(acting)}
            {me?.person?.name ? ` · ${me.person.name}` : ''}
          </Text>
        )}
      </View>
      <Press className={`acting-large ${large ? 'on' : ''}`} onPress={() => setLargeText(!large)}>
        <Text>关怀模式</Text>
        <Text>{large ? '开' : '关'}</Text>
      </Press>
    </View>
  );
}
