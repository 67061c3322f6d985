/** Checks of what nobody can see in a few minutes, or without harm: they say how the bridge copes with either. */
import type { Check } from './check';
import { notObservable } from './finding';

type UnseenCheck = Check<unknown>;

interface Unseen extends Pick<UnseenCheck, 'id' | 'title' | 'settles'> {
  /** How the bridge copes, as a sentence. */
  readonly how: string;
}

export const unseenCheck = ({ how, ...described }: Unseen): UnseenCheck => ({
  ...described,
  run: async () => notObservable(how),
});

/** One for each switch of the sandbox, by its name; the check's id is that name in words with hyphens. */
export const unseenChecks = (
  bySwitch: Readonly<Record<string, readonly [title: string, how: string]>>,
): readonly UnseenCheck[] =>
  Object.entries(bySwitch).map(([settles, [title, how]]) => {
    const id = settles.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return unseenCheck({ id, title, settles, how });
  });
