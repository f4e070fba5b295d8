import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { back } from '@/lib/go';
import { useQuery } from '@/lib/use-query';
import { MemberView } from '../member-view';

const NOTHING = {};

/** One staff member on a phone: the post, and the way out. */
export default function Member() {
  const { staffId } = useRouter().params;
  const query = useQuery('staff.list', NOTHING);
  return (
    <StaffOnly right="staff.manage">
      {({ reload }) => (
        <Page narrow>
          <Async query={query}>
            {({ staff }) => {
              const member = staff.find((one) => one.staffId === staffId);
              const changed = () => {
                void reload();
                back();
              };
              return member ? (
                <MemberView member={member} onChanged={changed} />
              ) : (
                <Empty title="这位工作人员已不在秘书处" how="返回名单刷新后再看。" />
              );
            }}
          </Async>
        </Page>
      )}
    </StaffOnly>
  );
}
