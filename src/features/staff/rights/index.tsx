import { Text, View } from '@tarojs/components';
import { may, rights, roles } from '@contract/rules/rights';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { alt } from '@/lib/device/a11y';
import { back } from '@/lib/go';
import { rightKeys, roleKeys } from '../words';
import '../staff.scss';

/** Posts × rights: what each post may do; the reader's own is tinted. */
export default function Rights() {
  return (
    <StaffOnly>
      {({ me }) => {
        const mine = me?.person?.staff?.role;
        const tint = (role: string) => (role === mine ? 'mine' : '');
        return (
          <Page>
            <Text className="staff-intro">
              岗位决定能做什么。查看单位、通知和通讯录，所有工作人员都可以；下表是各岗位另有的权限。
            </Text>
            <Card>
              <View className="staff-table">
                <View className="staff-row">
                  <Text className="staff-cell head">权限</Text>
                  {roleKeys.map((role) => (
                    <Text key={role} className={`staff-cell ${tint(role)}`}>
                      {roles[role]}
                    </Text>
                  ))}
                </View>
                {rightKeys.map((right) => (
                  <View key={right} className="staff-row">
                    <Text className="staff-cell head">{rights[right]}</Text>
                    {roleKeys.map((role) => {
                      const yes = may(role, right);
                      return (
                        <View
                          key={role}
                          className={`staff-cell ${tint(role)}`}
                          {...alt(`${roles[role]}${yes ? '可以' : '不可以'}${rights[right]}`)}
                        >
                          <Text className={yes ? 'staff-yes' : ''}>{yes ? '✓' : '—'}</Text>
                        </View>
                      );
                    })}
                  </View>
                ))}
              </View>
            </Card>
            {mine && <Text className="staff-second">底色标出的是您的岗位：{roles[mine]}。</Text>}
            <Button kind="plain" wide onPress={back}>
              返回
            </Button>
          </Page>
        );
      }}
    </StaffOnly>
  );
}
