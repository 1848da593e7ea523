import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

/** The schema has no subscriptions: news goes by server-sent events. Told here, since executing one would be a defect. */
export const servedOperations: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) =>
        operation?.operation === OperationTypeNode.SUBSCRIPTION
          ? Promise.reject(
              new GraphQLError('没有订阅操作，请用查询或 /events/stream (there are no subscriptions)', {
                extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
              }),
            )
          : Promise.resolve(),
    }),
};
