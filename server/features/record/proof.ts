import { formLabels, type FormKey } from '@contract/form';
import { AppError } from '../../kit/errors';
import { uploads } from '../../stores/uploads';

/** The licence with the unit's seal (E, 变更申报): there when a field asks for it, and the caller's own. */
export async function proofMustBeReady(
  openid: string,
  proofKey: string | undefined,
  askedBy: FormKey | undefined,
): Promise<void> {
  if (!proofKey) {
    if (!askedBy) return;
    throw new AppError('invalid', `变更“${formLabels[askedBy]}”须附加盖公章的营业执照复印件照片`, 'proofKey');
  }
  const upload = await uploads.get(proofKey);
  if (!upload?.fileId || upload.owner !== openid || upload.use !== 'licence')
    throw new AppError('invalid', '营业执照照片没有上传成功，请重新上传', 'proofKey');
}
