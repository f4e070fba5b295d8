import * as v from 'valibot';
import { part, whole } from './part';

/**
 * How long somebody waits for an answer to a request to delete. 15 working days are the most that
 * 《App违法违规收集使用个人信息行为认定方法》 (国信办秘字〔2019〕191号) part 6 leaves an app; the sentence is known to us as
 * others quote it, the official text was not at hand: have it read before relying on it. 个人信息保护法 art. 50 names no days.
 */
export const privacyPart = part('个人信息要求', {
  /** Working days within which a request to delete is answered. */
  erasureWorkdays: whole('删除申请答复期限（工作日）', 1, 15),
});

/** The longest the law's guidance allows; each preset starts from it. */
export const usualPrivacy: v.InferOutput<typeof privacyPart> = { erasureWorkdays: 15 };
