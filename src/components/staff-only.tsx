import type { ReactNode } from 'react';
import type { Right } from '@contract/rules/rights';
import { actAs, useSession, type Session } from '@/lib/session';
import { Button } from './button';
import { Page } from './page';
import { Async, Empty } from './states';

interface Props {
  /** Needed beyond being staff. */
  right?: Right;
  children: (session: Session) => ReactNode;
}

/** A page of the secretariat: its content, or who may see it and how to become one of them. */
export function StaffOnly({ right, children }: Props) {
  const session = useSession();
  const { acting, can, data, error, me } = session;
  const allowed = right ? can(right) : acting.kind === 'staff';
  if (data && !error && allowed) return <>{children(session)}</>;
  return (
    <Page narrow>
      <Async query={session} rows={2}>
        {() =>
          me?.person?.staff && acting.kind !== 'staff' ? (
            <Empty title="此页面向秘书处开放" how="您现在的身份是联络员。">
              <Button onPress={() => actAs('staff')}>切换到秘书处身份</Button>
            </Empty>
          ) : (
            <Empty
              title="此页面向秘书处开放"
              how={
                acting.kind === 'staff'
                  ? '您的岗位没有这项权限，请联系秘书处管理员。'
                  : '如有疑问，请联系协会秘书处。'
              }
            />
          )
        }
      </Async>
    </Page>
  );
}
