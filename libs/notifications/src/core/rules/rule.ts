import type { Topic } from '../topics.js';

/** Who is told of an act, on which topic, with which text. */
export interface Rule<A extends string = string, T extends string = string> {
  readonly to: A;
  readonly topic: Topic;
  readonly text: T;
  /** While the earlier one is unread, a further one takes its place and no mail is sent: for chatter. */
  readonly merges: boolean;
}
export type Table<A extends string = string, T extends string = string> = Readonly<
  Record<string, readonly Rule<A, T>[]>
>;

const on =
  (topic: Topic, merges = false) =>
  <A extends string, T extends string>(text: T, ...audiences: readonly A[]): Rule<A, T>[] =>
    audiences.map((to) => ({ to, topic, text, merges }));

export const result = on('RESULT_REVIEW');
export const need = on('NEED_REVIEW');
export const expiry = on('EXPIRY');
export const deal = on('DEAL');
export const chatter = on('DEAL', true);
export const contract = on('CONTRACT');
export const organisation = on('ORGANISATION');
export const match = on('MATCH');
/** Collected, and told to each person once a morning. */
export const digest = on('DIGEST');
export const patent = on('PATENT');
export const expert = on('EXPERT');
export const broker = on('INTERMEDIARY');
export const call = on('CALL');
