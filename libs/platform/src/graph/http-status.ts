import type { ApolloServerPlugin } from '@apollo/server';

/**
 * The status of a request that never began to execute (GraphQL over HTTP, 6.4): 200 under the older
 * `application/json`, whose clients read nothing else, and 400 under `application/graphql-response+json`.
 */
export const httpStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        const { body, http } = response;
        const began = body.kind !== 'single' || body.singleResult.data !== undefined;
        // 405: a mutation by GET.
        if (began || http.status === 405) return Promise.resolve();
        const accept = request.http?.headers.get('accept') ?? '';
        http.status = accept.includes('application/graphql-response+json') ? 400 : 200;
        return Promise.resolve();
      },
    }),
};
