import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Failed } from '@/components/states';
import { UnitPapers } from '../unit-papers';

/** On the phone: what can be printed of one unit. */
export default function UnitPage() {
  const { unitId } = useRouter().params;
  return (
    <StaffOnly right="filing.review">
      {() => (
        <Page narrow>
          {unitId ? <UnitPapers unitId={unitId} /> : <Failed message="没有找到这家单位，请返回重新选择" />}
        </Page>
      )}
    </StaffOnly>
  );
}
