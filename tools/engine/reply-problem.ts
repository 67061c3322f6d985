/** Says where the engine's answer to a case parts from the vm's. */
import type { ReplayResult } from './replay-restlet';

export interface ExpectedReply {
  /** Of its file in the folder of cases. */
  readonly path: string;
  readonly script: string;
  readonly name: string;
  /** Body of the answer in the vm. */
  readonly reply: string;
}

const excerptLength = 160;

/** The two texts from shortly before they part. */
const difference = (vm: string, engine: string): string => {
  const length = Math.max(vm.length, engine.length);
  const parting = Array.from({ length }).findIndex((_, index) => vm[index] !== engine[index]);
  const from = Math.max(0, parting - excerptLength / 4);
  const excerpt = (text: string): string => text.slice(from, from + excerptLength);
  return `from character ${from}\n    vm:     ${excerpt(vm)}\n    engine: ${excerpt(engine)}`;
};

/**
 * @param text what the engine gave for the case, JSON of a {@link ReplayResult}; undefined where it gave nothing
 * @returns undefined where the engine answered as the vm
 */
export const problemOf = (
  { path: casePath, name, reply }: ExpectedReply,
  text?: string,
): string | undefined => {
  if (text === undefined) return `${casePath} ${name}\n  was not run\n`;
  const result: ReplayResult = JSON.parse(text);
  if ('failure' in result) {
    const { call, recorded, made } = result.failure;
    return `${casePath} ${name}\n  call ${call} of N/*, ${difference(recorded, made)}\n`;
  }
  return result.reply === reply ? undefined : `${casePath} ${name}\n  ${difference(reply, result.reply)}\n`;
};
