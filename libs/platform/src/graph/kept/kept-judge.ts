import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphContext } from '../context.js';
import { KeptOperations } from './kept-operations.js';
import type { KeptReads } from './kept-reads.js';

/** For how many milliseconds what was just answered may be kept for other visitors; 0 for not at all. */
export type KeptJudge = (answered: Answered) => number;
type Answered = GraphQLRequestContextWillSendResponse<GraphContext>;

/** Header in which a service that lets visitors' answers be kept says of each answer for how many milliseconds. */
export const KEPT_FOR = 'x-jihui-kept';

/** Judges by what the domains let be kept. */
export function judgeOf(reads: Iterable<KeptReads>): KeptJudge {
  const operations = new KeptOperations([...reads]);
  return (answered) => {
    const { operation, document, schema, request } = answered;
    if (operation === undefined || document === undefined || !isVisitors(answered)) return 0;
    return operations.lastsFor(schema, document, operation, request.variables ?? {});
  };
}

/** A whole answer without a refusal, to somebody who has not signed in, not even by it. */
export const isVisitors = ({ response: { body }, contextValue: { actor } }: Answered): boolean =>
  body.kind === 'single' && body.singleResult.errors === undefined && actor.kind === 'anonymous';

/** In a service behind the gateway: says of each answer how long it may be kept there. */
export const saysKept = (reads: Iterable<KeptReads>): ApolloServerPlugin<GraphContext> => {
  const judge = judgeOf(reads);
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (answered) => {
          answered.response.http.headers.set(KEPT_FOR, String(judge(answered)));
          return Promise.resolve();
        },
      }),
  };
};
