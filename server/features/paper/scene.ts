import type { PaperKind } from '@contract/paper';

/** Kind and record in the scene of a mini-program code: one letter and the record's id. WeChat takes 32 characters. */
const SCENE_MAX = 32;
const letters: Record<PaperKind, string> = {
  form: 'f',
  recommendation: 'r',
  change: 'c',
  handover: 'h',
  letter: 'l',
};

/** Null for an id too long for a scene (the client's own have 24): the number at the foot is typed then. */
export function sceneOf(kind: PaperKind, subjectId: string): string | null {
  const scene = `${letters[kind]}${subjectId}`;
  return scene.length <= SCENE_MAX ? scene : null;
}

export function subjectOf(scene: string): { kind: PaperKind; subjectId: string } | null {
  const kind = (Object.keys(letters) as PaperKind[]).find((one) => letters[one] === scene[0]);
  return kind && scene.length > 1 ? { kind, subjectId: scene.slice(1) } : null;
}
