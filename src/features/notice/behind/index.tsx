import { useRouter } from '@tarojs/taro';
import { figureShows } from '@contract/rules/statistics';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { BehindList, type Behind } from '../statistics/behind-list';
import { periodOf } from '../statistics/period';

/** The list behind a percentage as a page of its own; without months, of the last twelve. */
export default function BehindPage() {
  const { params } = useRouter();
  const text = (key: string): string => plain(params[key] ?? '');
  const { from = periodOf('recent').from, to = periodOf('recent').to, unitId, hostId } = params;
  const behind: Behind = {
    from,
    to,
    name: text('name') || '通知办理情况',
    show: figureShows.find((show) => show === params.show) ?? 'missing',
    ...(unitId && { unitId }),
    ...(hostId && { hostId }),
    ...(params.region !== undefined && { region: text('region') }),
  };
  return (
    <StaffOnly>
      {() => (
        <Page narrow>
          <BehindList {...behind} />
        </Page>
      )}
    </StaffOnly>
  );
}

/** WeChat hands Chinese words over as they stand in the address, the browser as they are. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
